resource "aws_vpc" "plain" {
  cidr_block           = "10.1.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_vpc" "named" {
  cidr_block = "10.3.0.0/16"
}
