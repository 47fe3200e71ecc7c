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

run "functions_and_table" {
  command = plan

  assert {
    condition = { for name, function in aws_lambda_function.this : function.function_name => function.handler } == {
      food-get-orders = "dev.skybridge.orders.GetOrders"
      food-post-order = "dev.skybridge.orders.PostOrder"
      food-get-order  = "dev.skybridge.orders.GetOrder"
    }
    error_message = "Three functions, named after the service."
  }

  assert {
    condition     = alltrue([for function in aws_lambda_function.this : function.runtime == "java21" && function.memory_size == 512 && function.timeout == 10])
    error_message = "Wrong defaults."
  }

  assert {
    condition     = alltrue([for function in aws_lambda_function.this : function.source_code_hash == filebase64sha256("main.tf")])
    error_message = "A new package must be deployed."
  }

  assert {
    condition = aws_lambda_function.this["post-order"].environment[0].variables == tomap({
      MICROSERVICE_TOPIC      = "food"
      MICROSERVICE_OPTIONS    = "[\"pizza\",\"hamburger\",\"salat\"]"
      DYNAMODB_TABLE_NAME     = "food-orders"
      DYNAMODB_INDEX_NAME     = "orders-by-day"
      ORDER_SHARDS            = "4"
      IDEMPOTENCY_TTL_SECONDS = "86400"
    })
    error_message = "The functions' code reads these variables."
  }

  assert {
    condition     = { for name, group in aws_cloudwatch_log_group.this : name => [group.name, group.retention_in_days] } == { for name, function in aws_lambda_function.this : name => ["/aws/lambda/${function.function_name}", 30] }
    error_message = "Each function's log group must be there before Lambda makes one that keeps logs for ever."
  }

  assert {
    condition     = aws_dynamodb_table.this.hash_key == "pk" && aws_dynamodb_table.this.range_key == null && aws_dynamodb_table.this.billing_mode == "PAY_PER_REQUEST"
    error_message = "Wrong table."
  }

  assert {
    condition = [
      for index in aws_dynamodb_table.this.global_secondary_index :
      [index.name, index.hash_key, index.range_key, index.projection_type]
    ] == [["orders-by-day", "dayShard", "orderedAt", "ALL"]]
    error_message = "Wrong index."
  }

  assert {
    condition     = aws_dynamodb_table.this.ttl[0].enabled && aws_dynamodb_table.this.ttl[0].attribute_name == "expiresAt"
    error_message = "Idempotency keys must expire."
  }

  assert {
    condition     = aws_dynamodb_table.this.point_in_time_recovery[0].enabled && aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "Orders must be protected by default."
  }
}

run "package_that_is_not_built" {
  command = plan

  variables {
    function_package_path = "target/missing.jar"
  }

  expect_failures = [aws_lambda_function.this]
}

run "bad_values" {
  command = plan

  variables {
    microservice_name          = "fast-food"
    microservice_order_options = ["tea "]
    domain_name                = "food"
    vpc_endpoint_id            = "192.168.2.10"
    vpc_cidr_block             = "192.168.0.0"
    function_runtime           = "python3.9"
    function_memory_size       = 64
    function_timeout           = 29
    order_shards               = 65
    idempotency_ttl_seconds    = 1
    log_retention_in_days      = 31
    certificate_arn            = "*.example.com"
    certificate_authority_arn  = "ours"
    private_subnets            = {}
  }

  expect_failures = [
    var.microservice_name, var.microservice_order_options, var.domain_name, var.vpc_endpoint_id, var.vpc_cidr_block,
    var.function_runtime, var.function_memory_size, var.function_timeout, var.order_shards,
    var.idempotency_ttl_seconds, var.log_retention_in_days, var.certificate_arn, var.certificate_authority_arn,
    var.private_subnets,
  ]
}

run "option_twice" {
  command = plan

  variables {
    microservice_order_options = ["tea", "tea"]
  }

  expect_failures = [var.microservice_order_options]
}
