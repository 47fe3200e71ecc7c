resource "aws_lambda_function" "runtime" {
  function_name = "runtime"
  role          = "arn:aws:iam::111122223333:role/functions"
  runtime       = "java25"
  handler       = "Probe"
  filename      = "package.jar"
}

resource "aws_lambda_function" "memory" {
  function_name = "memory"
  role          = "arn:aws:iam::111122223333:role/functions"
  runtime       = "java21"
  handler       = "Probe"
  filename      = "package.jar"
  memory_size   = 64
}
