resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_vpc" "other" {
  cidr_block = "10.5.0.0/16"
}

resource "aws_route53_zone" "this" {
  name    = "store.example"
  comment = "Store"

  vpc {
    vpc_id     = aws_vpc.this.id
    vpc_region = "eu-central-1"
  }
}

resource "aws_route53_zone" "plain" {
  name = "plain.example"

  vpc {
    vpc_id = aws_vpc.this.id
  }

  vpc {
    vpc_id = aws_vpc.other.id
  }
}
