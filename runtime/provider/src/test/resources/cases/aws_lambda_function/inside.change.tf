resource "aws_lambda_function" "inside" {
  function_name    = "inside"
  description      = "In another subnet"
  role             = "arn:aws:iam::111122223333:role/functions"
  runtime          = "java21"
  handler          = "Probe"
  filename         = "package.jar"
  source_code_hash = "dHdv"
  memory_size      = 512
  timeout          = 10

  reserved_concurrent_executions = 5

  environment {
    variables = {
      COLOUR = "red"
    }
  }

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef1"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }

  logging_config {
    log_format = "Text"
    log_group  = "/orders"
  }
}
