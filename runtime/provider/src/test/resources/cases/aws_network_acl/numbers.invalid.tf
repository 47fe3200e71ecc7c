resource "aws_network_acl" "this" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 32767
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 70000
    cidr_block = "10.4.0.0/16"
  }
}
