resource "aws_internet_gateway" "this" {
  arn = "arn:aws:ec2:eu-central-1:111122223333:internet-gateway/igw-1"
}
