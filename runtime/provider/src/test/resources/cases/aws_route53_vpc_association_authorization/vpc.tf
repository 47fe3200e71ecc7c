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
  name = "authorized.example"

  vpc {
    vpc_id = aws_vpc.one.id
  }

  lifecycle {
    ignore_changes = [vpc]
  }
}

resource "aws_route53_vpc_association_authorization" "this" {
  zone_id    = aws_route53_zone.this.zone_id
  vpc_id     = "vpc-0fedcba9876543210"
  vpc_region = "eu-central-1"
}

resource "aws_route53_vpc_association_authorization" "here" {
  zone_id = aws_route53_zone.this.zone_id
  vpc_id  = aws_vpc.three.id
}
