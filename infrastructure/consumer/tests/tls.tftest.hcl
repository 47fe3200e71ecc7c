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
  account_id    = "111122223333"
  client_ami_id = "ami-0123456789abcdef0"
  microservices = {
    food = { account_id = "777788889999", rule_priority = 10 }
  }
}

run "neither_certificate_nor_authority" {
  command = plan

  variables {
    certificate_authority_arn = null
  }

  expect_failures = [aws_acm_certificate.this]
}

run "certificate_given" {
  command = plan

  variables {
    certificate_arn           = "arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-4000-8000-000000000000"
    certificate_authority_arn = null
  }

  assert {
    condition     = length(aws_acm_certificate.this) == 0 && aws_lb_listener.this.certificate_arn == var.certificate_arn
    error_message = "A given certificate must be used, and none requested."
  }
}
