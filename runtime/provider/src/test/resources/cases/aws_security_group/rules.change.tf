resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_security_group" "bare" {
  name   = "renamed"
  vpc_id = aws_vpc.this.id
}

resource "aws_security_group" "prefixed" {
  name_prefix = "shop-"
  description = "Another shop"
  vpc_id      = aws_vpc.this.id
}

resource "aws_security_group" "inside" {
  name   = "inside"
  vpc_id = aws_vpc.this.id
  tags   = { Name = "inside" }

  ingress {
    from_port   = 8443
    to_port     = 8443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
