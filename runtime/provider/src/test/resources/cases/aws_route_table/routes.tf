resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table" "plain" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = "plain" }
}

resource "aws_route_table" "inside" {
  vpc_id = aws_vpc.this.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.this.id
  }
}
