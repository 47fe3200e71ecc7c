resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_subnet" "this" {
  vpc_id     = aws_vpc.this.id
  cidr_block = "10.4.1.0/24"
}

resource "aws_network_acl" "bare" {
  vpc_id = aws_vpc.this.id

  ingress {
    rule_no    = 90
    action     = "deny"
    protocol   = "6"
    from_port  = 22
    to_port    = 22
    cidr_block = "10.4.0.0/16"
  }
}

resource "aws_network_acl" "inside" {
  vpc_id = aws_vpc.this.id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 8443
    cidr_block = "10.4.0.0/16"
  }

  tags = { Name = "changed" }
}
