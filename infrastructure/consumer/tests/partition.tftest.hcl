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
  account_id      = "111122223333"
  region          = "cn-north-1"
  client_ami_id   = "ami-0123456789abcdef0"
  certificate_arn = "arn:aws-cn:acm:cn-north-1:111122223333:certificate/00000000-0000-4000-8000-000000000000"

  public_subnets = {
    one = { cidr_block = "10.0.0.0/24", availability_zone = "cn-north-1a" }
  }
  private_subnets = {
    one = { cidr_block = "10.0.2.0/24", availability_zone = "cn-north-1a" }
    two = { cidr_block = "10.0.3.0/24", availability_zone = "cn-north-1b" }
  }
  vpc_cidr_block       = "10.0.0.0/16"
  endpoint_host_number = 20
  domain_name          = "orders.example.com"

  microservices = {
    food = { account_id = "777788889999", rule_priority = 10 }
  }
}

run "another_partition" {
  command = plan

  assert {
    condition     = aws_vpc_endpoint.this.service_name == "cn.com.amazonaws.cn-north-1.execute-api"
    error_message = "Interface endpoints in China begin with cn."
  }

  assert {
    condition     = jsondecode(aws_vpc_endpoint.this.policy).Statement[0].Resource == "arn:aws-cn:execute-api:cn-north-1:777788889999:*"
    error_message = "The endpoint's policy must name the partition."
  }

  assert {
    condition     = jsondecode(aws_kms_key.this.policy).Statement[1].Principal.AWS == "arn:aws-cn:iam::777788889999:root"
    error_message = "The key's policy must name the partition."
  }

  assert {
    condition     = jsondecode(aws_kms_key.this.policy).Statement[1].Condition.StringEquals["kms:ViaService"] == "secretsmanager.cn-north-1.amazonaws.com.cn"
    error_message = "The key's policy must name the partition's DNS suffix."
  }

  assert {
    condition     = aws_iam_role_policy_attachment.client.policy_arn == "arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore"
    error_message = "AWS's managed policies have an ARN in each partition."
  }

  assert {
    condition     = { for name, attachment in aws_lb_target_group_attachment.this : name => attachment.target_id } == { one = "10.0.2.20", two = "10.0.3.20" }
    error_message = "Addresses must follow the subnets."
  }

  assert {
    condition     = output.microservice_urls == { food = "https://food.orders.example.com/v1/orders" }
    error_message = "Names must follow the domain."
  }
}
