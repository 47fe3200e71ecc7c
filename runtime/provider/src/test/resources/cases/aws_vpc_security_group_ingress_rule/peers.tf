resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_security_group" "this" {
  name   = "this"
  vpc_id = aws_vpc.this.id
}

resource "aws_security_group" "other" {
  name   = "other"
  vpc_id = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "block" {
  security_group_id = aws_security_group.this.id
  description       = "HTTPS"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.4.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "group" {
  security_group_id            = aws_security_group.this.id
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.other.id
  tags                         = { Name = "group" }
}

resource "aws_vpc_security_group_ingress_rule" "list" {
  security_group_id = aws_security_group.this.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = "pl-66a5400f"
}
