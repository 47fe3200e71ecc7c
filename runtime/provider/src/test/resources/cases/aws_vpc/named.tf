resource "aws_vpc" "plain" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc" "named" {
  cidr_block           = "10.2.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = "shop" }
}
