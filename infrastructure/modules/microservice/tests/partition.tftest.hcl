# No call leaves the machine: this block replaces the root's, and what AWS alone knows is overridden.
provider "aws" {
  region                      = "cn-north-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variables {
  microservice_name               = "food"
  microservice_order_options      = ["pizza", "hamburger", "salat"]
  domain_name                     = "food.cross-account-microservices.com"
  vpc_endpoint_id                 = "vpce-0123456789abcdef0"
  api_gateway_definition_template = "../../microservices/templates/api-gateway-definition-template.yaml"
  certificate_authority_arn       = "arn:aws-cn:acm-pca:cn-north-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
  function_package_path           = "main.tf" # any file: a plan reads its hash only

  private_subnets = {
    subnet_1 = { cidr_block = "192.168.2.0/24", availability_zone = "cn-north-1a" }
    subnet_2 = { cidr_block = "192.168.3.0/24", availability_zone = "cn-north-1b" }
  }
}

override_resource {
  target          = aws_lambda_function.this
  override_during = plan
  values          = { invoke_arn = "arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws-cn:lambda:cn-north-1:777788889999:function:food/invocations" }
}

override_resource {
  target          = aws_api_gateway_rest_api.this
  override_during = plan
  values          = { execution_arn = "arn:aws-cn:execute-api:cn-north-1:777788889999:a1b2c3d4e5" }
}

run "another_partition" {
  command = plan

  assert {
    condition     = alltrue([for attachment in aws_iam_role_policy_attachment.vpc_access : attachment.policy_arn == "arn:aws-cn:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"])
    error_message = "AWS's managed policies have an ARN in each partition."
  }

  # The gateway endpoints of China do not begin with cn, unlike its interface endpoints.
  assert {
    condition     = aws_vpc_endpoint.dynamodb.service_name == "com.amazonaws.cn-north-1.dynamodb"
    error_message = "Wrong service."
  }

  assert {
    condition     = length(regexall("eu-central-1|arn:aws:", "${aws_api_gateway_rest_api.this.body} ${aws_api_gateway_rest_api_policy.this.policy}")) == 0
    error_message = "Definition and policy must not name a Region or partition of its own."
  }

  assert {
    condition = anytrue([
      for statement in data.aws_iam_policy_document.function["get-order"].statement :
      contains(flatten([for condition in statement.condition : condition.values]), "arn:aws-cn:lambda:cn-north-1:*:function:food-get-order")
    ])
    error_message = "The Deny must name the partition and Region."
  }
}
