resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_security_group" "this" {
  name   = "others"
  vpc_id = aws_vpc.this.id

  ingress {
    from_port        = 53
    to_port          = 53
    protocol         = "udp"
    ipv6_cidr_blocks = ["::/0"]
  }

  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["10.0.0.0/8"]
    self        = true
  }
}
