resource "aws_vpc" "one" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_vpc" "two" {
  cidr_block = "10.5.0.0/16"
}

resource "aws_vpc" "three" {
  cidr_block = "10.6.0.0/16"
}

resource "aws_route53_zone" "this" {
  name = "associated.example"

  vpc {
    vpc_id = aws_vpc.one.id
  }

  lifecycle {
    ignore_changes = [vpc]
  }
}

resource "aws_route53_zone_association" "this" {
  zone_id = aws_route53_zone.this.zone_id
  vpc_id  = aws_vpc.two.id
}
