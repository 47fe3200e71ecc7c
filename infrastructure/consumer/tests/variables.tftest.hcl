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
  account_id      = "111122223333"
  client_ami_id   = "ami-0123456789abcdef0"
  certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-4000-8000-000000000000"
  microservices = {
    food = { account_id = "777788889999", rule_priority = 10 }
  }
}

run "bad_values" {
  command = plan

  variables {
    account_id       = "1111-2222-3333"
    region           = "Frankfurt"
    application_name = "Cross_Account"
    domain_name      = "orders"
    client_ami_id    = "latest"
    ssl_policy       = "ELBSecurityPolicy-2016-08" # admits TLS 1.0

    secret_recovery_window_in_days = 3
    kms_deletion_window_in_days    = 3

    microservices = {
      "fast-food" = { account_id = "777788889999", rule_priority = 10 }
    }
  }

  expect_failures = [
    var.account_id, var.region, var.application_name, var.domain_name, var.client_ami_id, var.ssl_policy,
    var.secret_recovery_window_in_days, var.kms_deletion_window_in_days, var.microservices,
  ]
}

run "bad_account_and_subnets_of_another_region" {
  command = plan

  variables {
    region = "us-east-1"
    microservices = {
      food = { account_id = "7777", rule_priority = 10 }
    }
  }

  expect_failures = [var.public_subnets, var.private_subnets, var.microservices]
}

run "one_priority_twice_and_address_beyond_the_subnet" {
  command = plan

  variables {
    endpoint_host_number = 255
    microservices = {
      food     = { account_id = "777788889999", rule_priority = 10 }
      beverage = { account_id = "444455556666", rule_priority = 10 }
    }
  }

  expect_failures = [var.endpoint_host_number, var.microservices]
}

run "no_services_and_address_that_is_not_free" {
  command = plan

  variables {
    endpoint_host_number = 3
    microservices        = {}
  }

  expect_failures = [var.endpoint_host_number, var.microservices]
}

run "subnets_in_one_zone" {
  command = plan

  variables {
    private_subnets = {
      one = { cidr_block = "192.168.2.0/24", availability_zone = "eu-central-1a" }
      two = { cidr_block = "192.168.3.0/24", availability_zone = "eu-central-1a" }
    }
  }

  expect_failures = [var.private_subnets]
}
