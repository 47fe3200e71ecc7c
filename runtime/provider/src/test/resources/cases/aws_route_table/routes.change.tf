resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_vpc" "other" {
  cidr_block = "10.5.0.0/16"
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table" "plain" {
  vpc_id = aws_vpc.other.id
}

resource "aws_route_table" "inside" {
  vpc_id = aws_vpc.this.id

  route {
    cidr_block = "10.9.0.0/16"
    gateway_id = aws_internet_gateway.this.id
  }
}
