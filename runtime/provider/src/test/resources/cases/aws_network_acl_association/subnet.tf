resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_subnet" "this" {
  vpc_id     = aws_vpc.this.id
  cidr_block = "10.4.1.0/24"
}

resource "aws_network_acl" "one" {
  vpc_id = aws_vpc.this.id
}

resource "aws_network_acl" "other" {
  vpc_id = aws_vpc.this.id
}

resource "aws_network_acl_association" "this" {
  network_acl_id = aws_network_acl.one.id
  subnet_id      = aws_subnet.this.id
}
