resource "aws_iam_role" "this" {
  name               = "case-profile"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_iam_instance_profile" "this" {
  name = "case-profile"
  role = aws_iam_role.this.name
}
resource "aws_iam_instance_profile" "empty" {
  path = "/empty/"
  tags = { Name = "empty" }
}
