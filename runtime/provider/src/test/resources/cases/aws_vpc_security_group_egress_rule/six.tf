resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_security_group" "this" {
  name   = "this"
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_security_group_egress_rule" "this" {
  security_group_id = aws_security_group.this.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}
