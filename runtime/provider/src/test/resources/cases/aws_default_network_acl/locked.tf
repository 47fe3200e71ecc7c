resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_vpc" "closed" {
  cidr_block = "10.5.0.0/16"
}

resource "aws_default_network_acl" "closed" {
  default_network_acl_id = aws_vpc.closed.default_network_acl_id
}

resource "aws_default_network_acl" "this" {
  default_network_acl_id = aws_vpc.this.default_network_acl_id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "10.4.0.0/16"
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }

  tags = { Name = "default" }
}
