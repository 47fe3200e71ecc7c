resource "aws_network_acl_rule" "this" {
  network_acl_id = "acl-0123456789abcdef0"
  rule_number    = 100
  protocol       = "tcp"
  rule_action    = "permit"
  cidr_block     = "10.4.0.0/16"
}
