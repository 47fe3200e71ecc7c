resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_vpc" "closed" {
  cidr_block = "10.5.0.0/16"
}

resource "aws_default_network_acl" "closed" {
  default_network_acl_id = aws_vpc.closed.default_network_acl_id
  tags                   = { Name = "closed" }
}

resource "aws_default_network_acl" "this" {
  default_network_acl_id = aws_vpc.this.default_network_acl_id

  egress {
    rule_no    = 100
    action     = "deny"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }

  tags = { Name = "default" }
}
