resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_subnet" "this" {
  vpc_id     = aws_vpc.this.id
  cidr_block = "10.4.1.0/24"
}

resource "aws_network_acl" "bare" {
  vpc_id = aws_vpc.this.id
}

resource "aws_network_acl" "inside" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [aws_subnet.this.id]

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "10.4.0.0/16"
  }

  ingress {
    rule_no         = 110
    action          = "deny"
    protocol        = "udp"
    from_port       = 53
    to_port         = 53
    ipv6_cidr_block = "::/0"
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }

  tags = { Name = "inside" }
}
