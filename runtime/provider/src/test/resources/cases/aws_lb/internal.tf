resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.this.id
  cidr_block        = "10.4.1.0/24"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.this.id
  cidr_block        = "10.4.2.0/24"
  availability_zone = "eu-central-1b"
}

resource "aws_security_group" "this" {
  name   = "this"
  vpc_id = aws_vpc.this.id
}


resource "aws_lb" "this" {
  name            = "one"
  internal        = true
  subnets         = [aws_subnet.a.id, aws_subnet.b.id]
  security_groups = [aws_security_group.this.id]
}
