resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_network_acl" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_network_acl_rule" "in" {
  network_acl_id = aws_network_acl.this.id
  rule_number    = 100
  protocol       = "6"
  rule_action    = "allow"
  cidr_block     = "10.4.0.0/16"
  from_port      = 443
  to_port        = 443
}

resource "aws_network_acl_rule" "out" {
  network_acl_id = aws_network_acl.this.id
  rule_number    = 110
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "six" {
  network_acl_id  = aws_network_acl.this.id
  rule_number     = 200
  protocol        = "icmp"
  rule_action     = "allow"
  ipv6_cidr_block = "::/0"
  icmp_type       = -1
  icmp_code       = -1
}
