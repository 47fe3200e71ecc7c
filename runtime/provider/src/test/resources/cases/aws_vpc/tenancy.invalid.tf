resource "aws_vpc" "this" {
  cidr_block       = "10.1.0.0/16"
  instance_tenancy = "shared"
}
