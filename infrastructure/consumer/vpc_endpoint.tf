################################################################################
# VPC endpoint to the private APIs of every producer account
################################################################################

locals {
  # Fixed, so that the load balancer's targets are known at plan and survive a new endpoint.
  endpoint_addresses = {
    for name, subnet in var.private_subnets : name => cidrhost(subnet.cidr_block, var.endpoint_host_number)
  }
}

resource "aws_vpc_endpoint" "this" {
  service_name      = "${data.aws_partition.current.reverse_dns_prefix}.${var.region}.execute-api"
  vpc_endpoint_type = "Interface"

  vpc_id             = aws_vpc.this.id
  security_group_ids = [aws_security_group.vpc_endpoint.id]
  subnet_ids         = [for subnet in aws_subnet.private : subnet.id]
  policy             = data.aws_iam_policy_document.vpc_endpoint.json

  # With private DNS every execute-api name of the Region would lead here, and public APIs would answer 403 in this VPC.
  private_dns_enabled = false

  dynamic "subnet_configuration" {
    for_each = local.endpoint_addresses

    content {
      subnet_id = aws_subnet.private[subnet_configuration.key].id
      ipv4      = subnet_configuration.value
    }
  }

  tags = { Name = "${var.application_name}-execute-api" }
}

# Whole accounts, not single APIs: an API's id is not known before its producer is applied, which needs this endpoint's id.
data "aws_iam_policy_document" "vpc_endpoint" {
  statement {
    sid       = "InvokeProducerApis"
    effect    = "Allow"
    actions   = ["execute-api:Invoke"]
    resources = [for account_id in local.producer_account_ids : "arn:${data.aws_partition.current.partition}:execute-api:${var.region}:${account_id}:*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}


################################################################################
# Endpoint security group
################################################################################

resource "aws_security_group" "vpc_endpoint" {
  name        = "${var.application_name}-vpc-endpoint"
  description = "VPC endpoint of execute-api"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "vpc_endpoint" {
  security_group_id = aws_security_group.vpc_endpoint.id
  description       = "HTTPS from the load balancer"

  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.alb.id
}
