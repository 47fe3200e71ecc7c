resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id = "sg-0123456789abcdef0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.4.0.0/16"
  prefix_list_id    = "pl-66a5400f"
}
