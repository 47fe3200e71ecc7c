resource "aws_lambda_permission" "gateway" {
  statement_id  = "AllowApiGateway"
  action        = "lambda:InvokeFunction"
  function_name = "known"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "arn:aws:execute-api:eu-central-1:111122223333:abcdefghij/v1/POST/orders"
}

resource "aws_lambda_permission" "gateway_unnamed" {
  action         = "lambda:InvokeFunction"
  function_name  = "known"
  principal      = "events.amazonaws.com"
  source_account = "444455556666"
}
