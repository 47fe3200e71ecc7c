resource "aws_lambda_function" "minimal" {
  function_name = "minimal"
  role          = "arn:aws:iam::111122223333:role/functions"
  runtime       = "java17"
  handler       = "Probe"
  filename      = "package.jar"
  memory_size   = 512
  timeout       = 10
}
