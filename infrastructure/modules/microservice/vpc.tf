################################################################################
# VPC without a way out, but for the gateway endpoint of DynamoDB
################################################################################

resource "aws_vpc" "this" {
  cidr_block           = var.vpc_cidr_block
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = var.microservice_name }
}

resource "aws_subnet" "private" {
  for_each = var.private_subnets

  vpc_id            = aws_vpc.this.id
  cidr_block        = each.value.cidr_block
  availability_zone = each.value.availability_zone

  tags = { Name = "${var.microservice_name}-private-${each.key}" }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.microservice_name}-private" }
}

resource "aws_route_table_association" "private" {
  for_each = aws_subnet.private

  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}


################################################################################
# Gateway endpoint: this table, its index, these roles
################################################################################

# Unlike interface endpoints, the gateway endpoints have the same service name form in every partition.
resource "aws_vpc_endpoint" "dynamodb" {
  service_name      = "com.amazonaws.${local.region}.dynamodb"
  vpc_endpoint_type = "Gateway"

  vpc_id          = aws_vpc.this.id
  route_table_ids = [aws_route_table.private.id]
  policy          = data.aws_iam_policy_document.dynamodb_endpoint.json

  tags = { Name = "${var.microservice_name}-dynamodb" }
}

# A gateway endpoint's policy takes no role as principal: the condition names the roles.
data "aws_iam_policy_document" "dynamodb_endpoint" {
  statement {
    sid       = "FunctionsOnTheirTable"
    effect    = "Allow"
    actions   = sort(distinct(flatten([for function in local.functions : [for right in function.rights : right.actions]])))
    resources = [local.table_arn, local.index_arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = [for role in aws_iam_role.function : role.arn]
    }
  }
}


################################################################################
# Security group of the functions
################################################################################

resource "aws_security_group" "functions" {
  name        = "${var.microservice_name}-functions"
  description = "Functions of ${var.microservice_name}"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_egress_rule" "functions" {
  security_group_id = aws_security_group.functions.id
  description       = "HTTPS to DynamoDB"

  ip_protocol    = "tcp"
  from_port      = 443
  to_port        = 443
  prefix_list_id = aws_vpc_endpoint.dynamodb.prefix_list_id
}
