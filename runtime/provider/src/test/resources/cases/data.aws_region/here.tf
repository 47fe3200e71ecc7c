data "aws_region" "here" {}
data "aws_region" "named" {
  name = "us-east-1"
}
data "aws_region" "endpoint" {
  endpoint = "ec2.eu-west-1.amazonaws.com"
}
