locals {
  definition = <<-EOT
    openapi: 3.0.1
    info:
      title: beverage
      description: From the document
      version: "1"
    servers:
      - url: https://beverage.example.com/{basePath}
        x-amazon-apigateway-endpoint-configuration:
          vpcEndpointIds:
            - vpce-0123456789abcdef0
    x-amazon-apigateway-policy: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}
    paths:
      /orders:
        get:
          operationId: getOrders
          responses: {}
          x-amazon-apigateway-integration:
            type: aws_proxy
            httpMethod: POST
            uri: arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:get-orders/invocations
  EOT
}

resource "aws_api_gateway_rest_api" "this" {
  name             = "beverage"
  description      = "Orders"
  body             = local.definition
  fail_on_warnings = true
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  description = "first"
  triggers    = { definition = "1" }
  lifecycle {
    create_before_destroy = true
  }
}
resource "aws_api_gateway_deployment" "kept" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  description = "first"
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  deployment_id = aws_api_gateway_deployment.kept.id
  stage_name    = "v1"
  description   = "one"
  variables     = { colour = "green" }
}
resource "aws_api_gateway_stage" "renamed" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  deployment_id = aws_api_gateway_deployment.kept.id
  stage_name    = "v2"
}

resource "aws_api_gateway_domain_name" "this" {
  domain_name              = "map.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001"
  security_policy          = "TLS_1_2"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
resource "aws_api_gateway_domain_name" "bare" {
  domain_name              = "bare-map.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_base_path_mapping" "this" {
  domain_name = aws_api_gateway_domain_name.this.domain_name
  api_id      = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  base_path   = "v1"
}
resource "aws_api_gateway_base_path_mapping" "rest" {
  domain_name = aws_api_gateway_domain_name.bare.domain_name
  api_id      = aws_api_gateway_rest_api.this.id
}
