# No call leaves the machine: this block replaces the root's, and what AWS alone knows is overridden.
provider "aws" {
  region                      = "eu-central-1"
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
  certificate_authority_arn       = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
  function_package_path           = "main.tf" # any file: a plan reads its hash only

  private_subnets = {
    subnet_1 = { cidr_block = "192.168.2.0/24", availability_zone = "eu-central-1a" }
    subnet_2 = { cidr_block = "192.168.3.0/24", availability_zone = "eu-central-1b" }
  }
}

override_resource {
  target          = aws_lambda_function.this
  override_during = plan
  values          = { invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:777788889999:function:food/invocations" }
}

override_resource {
  target          = aws_api_gateway_rest_api.this
  override_during = plan
  values          = { execution_arn = "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5" }
}

run "signed_requests_only" {
  command = plan

  variables {
    authorization = "AWS_IAM"
    readers       = ["arn:aws:iam::111122223333:root", "arn:aws:iam::777788889999:role/auditor"]
    writers       = ["arn:aws:iam::111122223333:role/shop"]
  }

  assert {
    condition = alltrue(flatten([
      for methods in yamldecode(aws_api_gateway_rest_api.this.body).paths : [
        for operation in methods :
        jsonencode(operation.security) == jsonencode([{ sigv4 = [] }]) && operation["x-amazon-apigateway-auth"].type == "AWS_IAM"
      ]
    ]))
    error_message = "Every method must ask for a signature."
  }

  assert {
    condition = yamldecode(aws_api_gateway_rest_api.this.body).components.securitySchemes == {
      sigv4 = { type = "apiKey", name = "Authorization", in = "header", "x-amazon-apigateway-authtype" = "awsSigv4" }
    }
    error_message = "The scheme must be the one by which API Gateway knows IAM authorization."
  }

  assert {
    condition = jsondecode(aws_api_gateway_rest_api_policy.this.policy).Statement == [
      {
        Sid       = "AllowReaders"
        Effect    = "Allow"
        Action    = "execute-api:Invoke"
        Principal = { AWS = ["arn:aws:iam::111122223333:root", "arn:aws:iam::777788889999:role/auditor"] }
        Resource = [
          "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/GET/orders/*",
          "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/GET/orders",
        ]
      },
      {
        Sid       = "AllowWriters"
        Effect    = "Allow"
        Action    = "execute-api:Invoke"
        Principal = { AWS = ["arn:aws:iam::111122223333:role/shop"] }
        Resource  = ["arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/POST/orders"]
      },
      {
        Sid       = "DenyOtherEndpoints"
        Effect    = "Deny"
        Action    = "execute-api:Invoke"
        Principal = "*"
        Resource  = ["arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/*"]
        Condition = { StringNotEquals = { "aws:SourceVpce" = "vpce-0123456789abcdef0" } }
      },
    ]
    error_message = "Each caller must get its methods only: an Allow for everybody would let every principal of the account write."
  }

  assert {
    condition     = { for name, role in aws_iam_role.caller : name => role.name } == { reader = "food-reader", writer = "food-writer" }
    error_message = "Reading and writing must be roles apart."
  }

  assert {
    condition = { for name, role in aws_iam_role.caller : name => jsonencode(jsondecode(role.assume_role_policy).Statement) } == {
      reader = jsonencode([{
        Action    = "sts:AssumeRole"
        Effect    = "Allow"
        Principal = { AWS = ["arn:aws:iam::777788889999:role/auditor", "arn:aws:iam::111122223333:root"] }
      }])
      writer = jsonencode([{
        Action    = "sts:AssumeRole"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      }])
    }
    error_message = "Only the principals named may assume a role."
  }

  assert {
    condition = jsonencode({
      for name, document in data.aws_iam_policy_document.caller :
      name => [for statement in document.statement : [statement.effect, statement.actions, statement.resources]]
      }) == jsonencode({
      reader = [["Allow", ["execute-api:Invoke"], [
        "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/GET/orders",
        "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/GET/orders/*",
      ]]]
      writer = [["Allow", ["execute-api:Invoke"], ["arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/POST/orders"]]]
    })
    error_message = "A role must have the right to call its methods of this stage, and no other."
  }
}

run "deployed_again_when_only_the_callers_change" {
  command = plan

  variables {
    authorization = "AWS_IAM"
    readers       = ["arn:aws:iam::111122223333:root"]
  }

  assert {
    condition     = output.deployment_triggers.definition == run.signed_requests_only.deployment_triggers.definition
    error_message = "Callers are no part of the document."
  }

  assert {
    condition     = output.deployment_triggers.policy != run.signed_requests_only.deployment_triggers.policy
    error_message = "A stage lets its old callers in until there is a new deployment."
  }

  assert {
    condition     = keys(aws_iam_role.caller) == ["reader"]
    error_message = "A role that nobody may assume must not be made."
  }
}

run "authorization_that_does_not_exist" {
  command = plan

  variables {
    authorization = "CUSTOM"
  }

  expect_failures = [var.authorization]
}

run "signatures_of_nobody" {
  command = plan

  variables {
    authorization = "AWS_IAM"
  }

  expect_failures = [var.authorization]
}

run "callers_without_authorization" {
  command = plan

  variables {
    readers = ["arn:aws:iam::111122223333:root"]
  }

  expect_failures = [var.authorization]
}

run "callers_that_are_no_principals" {
  command = plan

  variables {
    authorization = "AWS_IAM"
    readers       = ["111122223333"]
    writers       = ["*"]
  }

  expect_failures = [var.readers, var.writers]
}
