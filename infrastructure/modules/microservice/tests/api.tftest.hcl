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

# Known at plan here, so that the API definition, which holds them, can be read.
override_resource {
  target          = aws_lambda_function.this["get-orders"]
  override_during = plan
  values          = { invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:777788889999:function:food-get-orders/invocations" }
}

override_resource {
  target          = aws_lambda_function.this["post-order"]
  override_during = plan
  values          = { invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:777788889999:function:food-post-order/invocations" }
}

override_resource {
  target          = aws_lambda_function.this["get-order"]
  override_during = plan
  values          = { invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:777788889999:function:food-get-order/invocations" }
}

override_resource {
  target          = aws_api_gateway_rest_api.this
  override_during = plan
  values          = { execution_arn = "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5" }
}

run "definition" {
  command = plan

  assert {
    condition     = yamldecode(aws_api_gateway_rest_api.this.body).openapi == "3.0.1"
    error_message = "The definition must be OpenAPI 3.0.1."
  }

  assert {
    condition     = yamldecode(aws_api_gateway_rest_api.this.body).servers[0]["x-amazon-apigateway-endpoint-configuration"].vpcEndpointIds == ["vpce-0123456789abcdef0"]
    error_message = "The endpoint must stand under the server, where API Gateway reads it."
  }

  assert {
    condition = {
      for path, methods in yamldecode(aws_api_gateway_rest_api.this.body).paths :
      path => { for method, operation in methods : method => operation["x-amazon-apigateway-integration"] }
      } == {
      "/orders" = {
        get  = { type = "aws_proxy", httpMethod = "POST", uri = aws_lambda_function.this["get-orders"].invoke_arn }
        post = { type = "aws_proxy", httpMethod = "POST", uri = aws_lambda_function.this["post-order"].invoke_arn }
      }
      "/orders/{orderId}" = {
        get = { type = "aws_proxy", httpMethod = "POST", uri = aws_lambda_function.this["get-order"].invoke_arn }
      }
    }
    error_message = "Each method must invoke its function."
  }

  assert {
    condition = yamldecode(aws_api_gateway_rest_api.this.body).components.schemas.newOrder == {
      type                 = "object"
      required             = ["fullName", "food"]
      additionalProperties = false
      properties = {
        fullName = { type = "string", minLength = 1, maxLength = 100 }
        food     = { type = "string", enum = ["pizza", "hamburger", "salat"] }
      }
    }
    error_message = "An order must have a name and an option of the list, and nothing else."
  }

  assert {
    condition     = yamldecode(aws_api_gateway_rest_api.this.body)["x-amazon-apigateway-request-validators"][yamldecode(aws_api_gateway_rest_api.this.body)["x-amazon-apigateway-request-validator"]] == { validateRequestBody = true, validateRequestParameters = true }
    error_message = "Bodies and parameters must be validated."
  }

  assert {
    condition     = aws_api_gateway_rest_api.this.put_rest_api_mode == null && aws_api_gateway_rest_api.this.fail_on_warnings
    error_message = "The document must replace the API, and what it cannot import must fail."
  }

  # In the document it would change once only: the provider writes the policy of its state back after each import.
  assert {
    condition     = !can(yamldecode(aws_api_gateway_rest_api.this.body)["x-amazon-apigateway-policy"])
    error_message = "The policy must be a resource of its own."
  }

  assert {
    condition = jsondecode(aws_api_gateway_rest_api_policy.this.policy) == {
      Version = "2012-10-17"
      Statement = [
        {
          Sid       = "AllowInvoke"
          Effect    = "Allow"
          Action    = "execute-api:Invoke"
          Principal = "*"
          Resource  = ["arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/*"]
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
    }
    error_message = "The policy must be the pair of Allow and Deny."
  }

  assert {
    condition = (
      !can(yamldecode(aws_api_gateway_rest_api.this.body).components.securitySchemes) &&
      alltrue(flatten([
        for methods in yamldecode(aws_api_gateway_rest_api.this.body).paths : [
          for operation in methods : !can(operation.security) && !can(operation["x-amazon-apigateway-auth"])
        ]
      ])) &&
      length(aws_iam_role.caller) == 0
    )
    error_message = "Methods must have no authorization by default, and then no roles are made for callers."
  }

  assert {
    condition     = aws_api_gateway_rest_api.this.endpoint_configuration[0].types == tolist(["PRIVATE"])
    error_message = "The API must be private."
  }

  assert {
    condition     = aws_api_gateway_deployment.this.triggers == tomap({ definition = sha256(aws_api_gateway_rest_api.this.body), policy = sha256(aws_api_gateway_rest_api_policy.this.policy) })
    error_message = "Any change of the document or the policy must be deployed."
  }

  assert {
    condition     = aws_acm_certificate.this[0].certificate_authority_arn == var.certificate_authority_arn && aws_acm_certificate.this[0].subject_alternative_names == toset(["food.cross-account-microservices.com"])
    error_message = "The named authority must issue, for the host name."
  }
}

run "deployed_again_when_the_policy_changes" {
  command = plan

  variables {
    vpc_endpoint_id = "vpce-0fedcba9876543210"
  }

  assert {
    condition     = output.deployment_triggers.policy != run.definition.deployment_triggers.policy
    error_message = "A stage serves its old policy until there is a new deployment."
  }
}

# Names and options that YAML would read as something else than text.
run "deployed_again_when_the_options_change" {
  command = plan

  variables {
    microservice_name          = "null"
    microservice_order_options = ["no", "1.0", "\"<&>: #"]
  }

  assert {
    condition     = output.deployment_triggers.definition != run.definition.deployment_triggers.definition
    error_message = "A stage validates by its old models until there is a new deployment."
  }

  assert {
    condition     = yamldecode(aws_api_gateway_rest_api.this.body).components.schemas.newOrder.properties["null"].enum == ["no", "1.0", "\"<&>: #"]
    error_message = "Names and options are text, whatever they look like."
  }

  assert {
    condition     = yamldecode(aws_api_gateway_rest_api.this.body).components.schemas.newOrder.required == ["fullName", "null"]
    error_message = "Names and options are text, whatever they look like."
  }
}

run "custom_domain_name" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:eu-central-1:777788889999:certificate/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = aws_api_gateway_domain_name.this.endpoint_configuration[0].types == tolist(["REGIONAL"])
    error_message = "The custom domain name must be Regional."
  }

  # A plan accepts certificate_arn as well; AWS does not.
  assert {
    condition     = aws_api_gateway_domain_name.this.regional_certificate_arn == var.certificate_arn
    error_message = "A Regional name takes its certificate as regional_certificate_arn."
  }

  assert {
    condition     = length(aws_acm_certificate.this) == 0
    error_message = "A given certificate must be used, and none requested."
  }

  assert {
    condition     = aws_api_gateway_base_path_mapping.this.base_path == "v1" && aws_api_gateway_stage.this.stage_name == "v1"
    error_message = "Base path and stage must be alike."
  }

  assert {
    condition     = output.orders_url == "https://food.cross-account-microservices.com/v1/orders"
    error_message = "Wrong URL."
  }
}

run "neither_certificate_nor_authority" {
  command = plan

  variables {
    certificate_authority_arn = null
  }

  expect_failures = [aws_acm_certificate.this]
}
