resource "aws_lambda_function" "renamed" {
  function_name = "renamed-again"
  role          = "arn:aws:iam::111122223333:role/functions"
  runtime       = "java21"
  handler       = "Probe"
  filename      = "package.jar"
}
