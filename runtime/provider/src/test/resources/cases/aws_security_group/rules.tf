resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_security_group" "bare" {
  name   = "bare"
  vpc_id = aws_vpc.this.id
}

resource "aws_security_group" "prefixed" {
  name_prefix = "shop-"
  description = "Shop"
  vpc_id      = aws_vpc.this.id
}

resource "aws_security_group" "inside" {
  name   = "inside"
  vpc_id = aws_vpc.this.id

  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    cidr_blocks     = ["10.0.0.0/8"]
    security_groups = [aws_security_group.bare.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
