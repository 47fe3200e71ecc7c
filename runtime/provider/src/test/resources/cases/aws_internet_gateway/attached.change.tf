resource "aws_internet_gateway" "this" {
  vpc_id = "vpc-0123456789abcdef1"
}
resource "aws_internet_gateway" "alone" {
  tags = { Name = "alone" }
}
