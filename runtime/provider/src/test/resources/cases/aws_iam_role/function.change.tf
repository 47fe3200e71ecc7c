resource "aws_iam_role" "this" {
  name               = "case-function"
  description        = "Execution role of the function"
  # The same policy, written otherwise.
  assume_role_policy = <<-JSON
    {
      "Statement": [{"Action": "sts:AssumeRole", "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}}],
      "Version": "2012-10-17"
    }
  JSON
}
resource "aws_iam_role" "prefixed" {
  name_prefix        = "other-"
  path               = "/service/"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role" "unnamed" {
  path               = "/moved/"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role" "bounded" {
  name               = "case-bounded"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
