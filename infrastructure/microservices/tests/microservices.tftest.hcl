# No call leaves the machine: this block replaces the root's, and what AWS alone knows is overridden.
provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_secretsmanager_secret_version.endpoint
  values = { secret_string = "vpce-0123456789abcdef0" }
}

variables {
  account_id                = "777788889999"
  microservices             = { food = ["pizza", "hamburger", "salat"] }
  endpoint_secret_arn       = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:cross-account-microservices"
  certificate_authority_arn = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
  function_package_path     = "main.tf" # any file: a plan reads its hash only
}

run "several_microservices_in_one_account" {
  command = plan

  variables {
    microservices = {
      food     = ["pizza", "hamburger", "salat"]
      beverage = ["tea", "coffee", "water"]
    }
  }

  assert {
    condition = flatten([for service in output.microservices : service.function_names]) == [
      "beverage-get-order", "beverage-get-orders", "beverage-post-order",
      "food-get-order", "food-get-orders", "food-post-order",
    ]
    error_message = "Names must not collide within an account."
  }

  assert {
    condition     = [for service in output.microservices : service.table_name] == ["beverage-orders", "food-orders"]
    error_message = "Names must not collide within an account."
  }

  assert {
    condition = [for service in output.microservices : service.orders_url] == [
      "https://beverage.cross-account-microservices.com/v1/orders",
      "https://food.cross-account-microservices.com/v1/orders",
    ]
    error_message = "Each service must have its own host name."
  }
}

run "signed_requests_only" {
  command = plan

  variables {
    microservices = {
      food     = ["pizza", "hamburger", "salat"]
      beverage = ["tea", "coffee", "water"]
    }
    authorization = "AWS_IAM"
    readers       = ["arn:aws:iam::111122223333:root"]
    writers       = ["arn:aws:iam::111122223333:root"]
  }

  assert {
    condition     = flatten([for service in output.microservices : keys(service.caller_roles)]) == ["reader", "writer", "reader", "writer"]
    error_message = "Each service must have its own roles for callers."
  }
}

run "signatures_of_nobody" {
  command = plan

  variables {
    authorization = "AWS_IAM"
  }

  expect_failures = [var.authorization]
}

run "bad_values" {
  command = plan

  variables {
    account_id          = "food"
    region              = "Frankfurt"
    application_name    = "Cross_Account"
    domain_name         = "orders"
    endpoint_secret_arn = "cross-account-microservices"
    microservices       = {}
  }

  expect_failures = [
    var.account_id, var.region, var.application_name, var.domain_name, var.endpoint_secret_arn, var.microservices,
  ]
}

run "subnets_of_another_region" {
  command = plan

  variables {
    region = "us-east-1"
  }

  expect_failures = [var.private_subnets]
}
