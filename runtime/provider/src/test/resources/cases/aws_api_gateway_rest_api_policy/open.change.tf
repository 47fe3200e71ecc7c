resource "aws_api_gateway_rest_api" "this" {
  name = "policed"
  body = <<-EOT
    openapi: 3.0.1
    info:
      title: policed
      version: "1"
    paths:
      /orders:
        get:
          responses: {}
          x-amazon-apigateway-integration:
            type: aws_proxy
            httpMethod: POST
            uri: arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:get-orders/invocations
  EOT
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_rest_api_policy" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }, { Effect = "Deny", Principal = "*", Action = "execute-api:Invoke", Resource = "*", Condition = { StringNotEquals = { "aws:SourceVpce" = "vpce-0123456789abcdef0" } } }]
  })
}

resource "aws_api_gateway_rest_api_policy" "moved" {
  rest_api_id = aws_api_gateway_rest_api.another.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Action = ["execute-api:Invoke"], Effect = "Allow", Principal = "*", Resource = ["*"] }]
  })
}

resource "aws_api_gateway_rest_api" "other" {
  name = "other"
  body = aws_api_gateway_rest_api.this.body
}

resource "aws_api_gateway_rest_api" "another" {
  name = "another"
  body = aws_api_gateway_rest_api.this.body
}
