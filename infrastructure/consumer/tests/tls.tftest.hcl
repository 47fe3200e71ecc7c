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

run "certificate_from_authority" {
  command = plan

  variables {
    certificate_authority_arn = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
  }

  assert {
    condition     = aws_acm_certificate.this[0].certificate_authority_arn == var.certificate_authority_arn
    error_message = "The named authority must issue."
  }

  assert {
    condition     = contains(aws_acm_certificate.this[0].subject_alternative_names, "*.cross-account-microservices.com")
    error_message = "Clients compare host names with the alternative names, not with the common name."
  }

  assert {
    condition     = aws_lb_listener.this.protocol == "HTTPS" && aws_lb_listener.this.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
    error_message = "TLS 1.2 and 1.3 with authenticated encryption only."
  }
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

run "old_tls" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-4000-8000-000000000000"
    ssl_policy      = "ELBSecurityPolicy-2016-08"
  }

  expect_failures = [var.ssl_policy]
}
