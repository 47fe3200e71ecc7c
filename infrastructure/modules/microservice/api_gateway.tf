################################################################################
# Private REST API, all of it in one document
################################################################################

locals {
  # Endpoint included: an import replaces the whole API, so what is not in here is gone. Only the policy stands apart.
  api_definition = templatefile(var.api_gateway_definition_template, {
    microservice_name     = var.microservice_name
    order_options         = jsonencode(var.microservice_order_options)
    domain_name           = var.domain_name
    base_path             = local.api_version
    vpc_endpoint_id       = var.vpc_endpoint_id
    authorization         = var.authorization
    get_orders_invoke_arn = aws_lambda_function.this["get-orders"].invoke_arn
    post_order_invoke_arn = aws_lambda_function.this["post-order"].invoke_arn
    get_order_invoke_arn  = aws_lambda_function.this["get-order"].invoke_arn
  })
}

resource "aws_api_gateway_rest_api" "this" {
  name             = var.microservice_name
  description      = "Orders of ${var.domain_name}"
  body             = local.api_definition
  fail_on_warnings = true

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}


################################################################################
# Resource policy
################################################################################

# A resource of its own, because a policy inside the document changes once only: after each import of a changed document the
# provider writes the policy of its state back.
resource "aws_api_gateway_rest_api_policy" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  policy      = local.api_policy
}

locals {
  # Without authorization the Allow is for everybody. With IAM it is for the callers named, each with its own methods; a caller of
  # another account needs its own policies' consent too. The Deny holds also where a caller's own policies allow, which within
  # the account would be enough. In JSON, and not a data source, so that a plan shows what changes.
  api_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        for sid in ["AllowInvoke"] : {
          Sid       = sid
          Effect    = "Allow"
          Principal = "*"
          Action    = "execute-api:Invoke"
          Resource  = ["${aws_api_gateway_rest_api.this.execution_arn}/*"]
        } if var.authorization == "NONE"
      ],
      [
        for name, caller in local.callers : {
          Sid       = "Allow${title(name)}s"
          Effect    = "Allow"
          Principal = { AWS = caller.principals }
          Action    = "execute-api:Invoke"
          Resource  = local.caller_resources[name]
        }
      ],
      [
        {
          Sid       = "DenyOtherEndpoints"
          Effect    = "Deny"
          Principal = "*"
          Action    = "execute-api:Invoke"
          Resource  = ["${aws_api_gateway_rest_api.this.execution_arn}/*"]
          Condition = { StringNotEquals = { "aws:SourceVpce" = var.vpc_endpoint_id } }
        }
      ]
    )
  })
}


################################################################################
# Deployment and stage
################################################################################

# A stage serves what was deployed to it: every change of the document or the policy needs a deployment.
resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id

  triggers = {
    definition = sha256(local.api_definition)
    policy     = sha256(aws_api_gateway_rest_api_policy.this.policy)
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  deployment_id = aws_api_gateway_deployment.this.id
  stage_name    = local.api_version
}


################################################################################
# Custom domain name
################################################################################

# Requests arrive through the endpoint with this name as Host. A Regional name takes its certificate as
# regional_certificate_arn; certificate_arn would plan, and fail on AWS.
resource "aws_api_gateway_domain_name" "this" {
  domain_name              = var.domain_name
  regional_certificate_arn = local.certificate_arn
  security_policy          = "TLS_1_2"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_base_path_mapping" "this" {
  domain_name = aws_api_gateway_domain_name.this.domain_name
  api_id      = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  base_path   = local.api_version
}
