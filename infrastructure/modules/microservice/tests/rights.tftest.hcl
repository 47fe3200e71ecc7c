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
  target          = aws_dynamodb_table.this
  override_during = plan
  values          = { arn = "arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders" }
}

override_resource {
  target          = aws_iam_role.function["get-orders"]
  override_during = plan
  values          = { arn = "arn:aws:iam::777788889999:role/food-get-orders" }
}

override_resource {
  target          = aws_iam_role.function["post-order"]
  override_during = plan
  values          = { arn = "arn:aws:iam::777788889999:role/food-post-order" }
}

override_resource {
  target          = aws_iam_role.function["get-order"]
  override_during = plan
  values          = { arn = "arn:aws:iam::777788889999:role/food-get-order" }
}

override_resource {
  target          = aws_api_gateway_rest_api.this
  override_during = plan
  values          = { execution_arn = "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5" }
}

# The documents name resources, so their JSON is there after apply only; what they are made of is known.
run "rights_that_are_used_and_no_more" {
  command = plan

  assert {
    condition = jsonencode({
      for name, document in data.aws_iam_policy_document.function : name => {
        for statement in document.statement : statement.sid => [statement.actions, statement.resources]
        if statement.effect == "Allow"
      }
      }) == jsonencode({
      get-orders = {
        ReadTable  = [["dynamodb:GetItem"], ["arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders"]]
        QueryIndex = [["dynamodb:Query"], ["arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders/index/orders-by-day"]]
      }
      post-order = {
        WriteTable = [["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], ["arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders"]]
      }
      get-order = {
        ReadTable = [["dynamodb:GetItem"], ["arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders"]]
      }
    })
    error_message = "Each role must have the rights that its function's code uses, and no more."
  }

  assert {
    condition = alltrue([
      for name, document in data.aws_iam_policy_document.function : anytrue([
        for statement in document.statement : (
          statement.effect == "Deny" &&
          contains(statement.actions, "ec2:CreateNetworkInterface") &&
          contains(flatten([for condition in statement.condition : condition.values]), "arn:aws:lambda:eu-central-1:*:function:food-${name}")
        )
      ])
    ])
    error_message = "The function's own code must not use Lambda's right to make network interfaces."
  }

  assert {
    condition     = { for name, function in aws_lambda_function.this : name => function.role } == { for name, role in aws_iam_role.function : name => role.arn }
    error_message = "Each function must have its own role."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.function : jsondecode(role.assume_role_policy).Statement[0].Principal == { Service = "lambda.amazonaws.com" }])
    error_message = "Only Lambda may assume a function's role."
  }

  assert {
    condition = { for name, permission in aws_lambda_permission.api_gateway : name => permission.source_arn } == {
      get-orders = "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/GET/orders"
      post-order = "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/POST/orders"
      get-order  = "arn:aws:execute-api:eu-central-1:777788889999:a1b2c3d4e5/v1/GET/orders/*"
    }
    error_message = "A permission must name stage, method and path."
  }

  assert {
    condition = (
      length(data.aws_iam_policy_document.dynamodb_endpoint.statement) == 1 &&
      data.aws_iam_policy_document.dynamodb_endpoint.statement[0].actions == toset(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]) &&
      data.aws_iam_policy_document.dynamodb_endpoint.statement[0].resources == toset([
        "arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders",
        "arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders/index/orders-by-day",
      ])
    )
    error_message = "The endpoint must lead to the table and its index only."
  }

  assert {
    condition = jsonencode([
      for condition in data.aws_iam_policy_document.dynamodb_endpoint.statement[0].condition :
      [condition.test, condition.variable, sort(condition.values)]
      ]) == jsonencode([["ArnEquals", "aws:PrincipalArn", [
        "arn:aws:iam::777788889999:role/food-get-order",
        "arn:aws:iam::777788889999:role/food-get-orders",
        "arn:aws:iam::777788889999:role/food-post-order",
    ]]])
    error_message = "The endpoint must serve the functions' roles only."
  }

  assert {
    condition     = aws_vpc_endpoint.dynamodb.vpc_endpoint_type == "Gateway" && aws_vpc_endpoint.dynamodb.service_name == "com.amazonaws.eu-central-1.dynamodb"
    error_message = "DynamoDB is reached by a gateway endpoint."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.functions.ip_protocol == "tcp" && aws_vpc_security_group_egress_rule.functions.from_port == 443 && aws_vpc_security_group_egress_rule.functions.to_port == 443 && aws_vpc_security_group_egress_rule.functions.cidr_ipv4 == null
    error_message = "Functions reach DynamoDB's prefix list on tcp 443 and nothing else."
  }
}
