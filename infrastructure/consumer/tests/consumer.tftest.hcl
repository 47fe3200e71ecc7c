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
  account_id                = "111122223333"
  client_ami_id             = "ami-0123456789abcdef0"
  deletion_protection       = null # = the default, whatever terraform.tfvars says
  certificate_authority_arn = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
  microservices = {
    food     = { account_id = "777788889999", rule_priority = 10 }
    beverage = { account_id = "444455556666", rule_priority = 20 }
  }
}

run "defaults" {
  command = plan

  # Defaults of the provider that would break the path without a word from plan.
  assert {
    condition     = aws_lb_target_group.this.health_check[0].protocol == "HTTPS"
    error_message = "A health check over HTTP fails on port 443, and an ALB without healthy targets sends to all."
  }

  assert {
    condition     = aws_lb_target_group.this.health_check[0].path == "/ping" && aws_lb_target_group.this.health_check[0].matcher == "200"
    error_message = "Only /ping answers a health check's Host header with 200."
  }

  assert {
    condition     = aws_lb_target_group.this.protocol == "HTTPS" && aws_lb_target_group.this.target_type == "ip"
    error_message = "Targets are the endpoint's addresses, reached over TLS."
  }

  assert {
    condition     = { for name, attachment in aws_lb_target_group_attachment.this : name => attachment.target_id } == { subnet_1 = "192.168.2.10", subnet_2 = "192.168.3.10" }
    error_message = "Targets must be known at plan, by subnet."
  }

  assert {
    condition     = toset([for configuration in aws_vpc_endpoint.this.subnet_configuration : configuration.ipv4]) == toset(["192.168.2.10", "192.168.3.10"])
    error_message = "The endpoint must have the addresses that the target group names."
  }

  assert {
    condition     = aws_vpc_endpoint.this.private_dns_enabled == false
    error_message = "Private DNS would take every execute-api name of the Region."
  }

  assert {
    condition     = aws_vpc_endpoint.this.service_name == "com.amazonaws.eu-central-1.execute-api"
    error_message = "Wrong service."
  }

  assert {
    condition     = aws_lb.this.internal && aws_lb.this.drop_invalid_header_fields
    error_message = "The load balancer must be internal and drop invalid header fields."
  }

  assert {
    condition     = aws_lb.this.idle_timeout > 29
    error_message = "The load balancer must wait longer than API Gateway does (29 s)."
  }

  assert {
    condition     = aws_lb_listener.this.default_action[0].type == "fixed-response" && aws_lb_listener.this.default_action[0].fixed_response[0].status_code == "404"
    error_message = "A host that no microservice has must not be forwarded."
  }

  assert {
    condition     = jsondecode(aws_lb_listener.this.default_action[0].fixed_response[0].message_body) == { message = "Not Found" } && aws_lb_listener.this.default_action[0].fixed_response[0].content_type == "application/json"
    error_message = "The 404 must be a problem answer like the services' own."
  }

  assert {
    condition = {
      for name, rule in aws_lb_listener_rule.this :
      name => flatten([for condition in rule.condition : [for header in condition.host_header : tolist(header.values)]])
      } == {
      food     = ["food.cross-account-microservices.com"]
      beverage = ["beverage.cross-account-microservices.com"]
    }
    error_message = "One rule per microservice, by its whole host name."
  }

  assert {
    condition     = toset([for record in aws_route53_record.this : record.name]) == toset(["food.cross-account-microservices.com", "beverage.cross-account-microservices.com"])
    error_message = "One record per microservice."
  }

  assert {
    condition     = aws_route53_zone.this.name == "cross-account-microservices.com" && length(aws_route53_zone.this.vpc) == 1
    error_message = "The zone must be private to the VPC."
  }

  assert {
    condition     = output.microservice_urls["food"] == "https://food.cross-account-microservices.com/v1/orders"
    error_message = "Wrong URL."
  }

  assert {
    condition = alltrue([
      for rule in [
        aws_vpc_security_group_ingress_rule.alb, aws_vpc_security_group_egress_rule.alb,
        aws_vpc_security_group_ingress_rule.vpc_endpoint, aws_vpc_security_group_egress_rule.client,
      ] : rule.ip_protocol == "tcp" && rule.from_port == 443 && rule.to_port == 443
    ])
    error_message = "No rule may admit anything but tcp 443."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.alb.cidr_ipv4 == "192.168.0.0/16"
    error_message = "The load balancer serves the VPC only."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.alb.cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.vpc_endpoint.cidr_ipv4 == null
    error_message = "Between load balancer and endpoint, groups are named, not addresses."
  }

  assert {
    condition     = aws_instance.client.metadata_options[0].http_tokens == "required"
    error_message = "The client's metadata must need a session token."
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection
    error_message = "Deletion protection must be what one gets without asking."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation
    error_message = "The key must rotate."
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

run "shared_with_exactly_the_producers" {
  command = plan

  override_resource {
    target          = aws_secretsmanager_secret.this
    override_during = plan
    values          = { arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:cross-account-microservices-AbCdEf" }
  }

  override_resource {
    target          = aws_kms_key.this
    override_during = plan
    values          = { arn = "arn:aws:kms:eu-central-1:111122223333:key/0f1e2d3c-0000-4000-8000-000000000000" }
  }

  # The document names the secret, so its JSON is there after apply only; what it is made of is known.
  assert {
    condition     = length(data.aws_iam_policy_document.secret.statement) == 1
    error_message = "One statement shares the secret."
  }

  assert {
    condition = (
      data.aws_iam_policy_document.secret.statement[0].effect == "Allow" &&
      data.aws_iam_policy_document.secret.statement[0].actions == toset(["secretsmanager:GetSecretValue"]) &&
      data.aws_iam_policy_document.secret.statement[0].resources == toset(["arn:aws:secretsmanager:eu-central-1:111122223333:secret:cross-account-microservices-AbCdEf"])
    )
    error_message = "Producers read this secret's value and nothing else."
  }

  assert {
    condition = flatten([
      for principal in data.aws_iam_policy_document.secret.statement[0].principals : tolist(principal.identifiers)
    ]) == ["arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:root"]
    error_message = "The secret must be readable by the accounts named, and by nobody else."
  }

  assert {
    condition     = aws_secretsmanager_secret_policy.this.block_public_policy
    error_message = "A public policy must be refused."
  }

  assert {
    condition     = aws_secretsmanager_secret.this.kms_key_id == aws_kms_key.this.arn
    error_message = "The AWS managed key cannot be used from another account."
  }

  assert {
    condition = jsondecode(data.aws_iam_policy_document.kms.json).Statement == [
      {
        Sid       = "AdministerByThisAccount"
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
      },
      {
        Sid       = "DecryptSecretByProducerAccounts"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = "*"
        Principal = { AWS = ["arn:aws:iam::777788889999:root", "arn:aws:iam::444455556666:root"] }
        Condition = {
          StringEquals = {
            "kms:ViaService"    = "secretsmanager.eu-central-1.amazonaws.com"
            "kms:CallerAccount" = ["444455556666", "777788889999"]
          }
        }
      },
    ]
    error_message = "The key may be used by the accounts named, through Secrets Manager only."
  }

  assert {
    condition = jsondecode(aws_vpc_endpoint.this.policy).Statement == [{
      Sid       = "InvokeProducerApis"
      Effect    = "Allow"
      Action    = "execute-api:Invoke"
      Principal = "*"
      Resource  = ["arn:aws:execute-api:eu-central-1:777788889999:*", "arn:aws:execute-api:eu-central-1:444455556666:*"]
    }]
    error_message = "The endpoint must lead to the producers' APIs only."
  }
}

run "one_account_for_all" {
  command = plan

  variables {
    microservices = {
      food     = { account_id = "111122223333", rule_priority = 10 }
      beverage = { account_id = "111122223333", rule_priority = 20 }
    }
  }

  assert {
    condition     = jsondecode(aws_vpc_endpoint.this.policy).Statement[0].Resource == "arn:aws:execute-api:eu-central-1:111122223333:*"
    error_message = "The account must be named once."
  }

  assert {
    condition     = jsondecode(aws_kms_key.this.policy).Statement[1].Principal.AWS == "arn:aws:iam::111122223333:root"
    error_message = "The account must be named once."
  }
}
