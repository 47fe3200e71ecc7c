resource "aws_iam_role" "this" {
  name               = "case-function"
  description        = "Execution role"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_iam_role" "prefixed" {
  name_prefix        = "case-"
  path               = "/service/"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
  tags               = { Name = "prefixed" }
}
resource "aws_iam_role" "unnamed" {
  assume_role_policy    = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
  force_detach_policies = true
}
resource "aws_iam_role" "bounded" {
  name                 = "case-bounded"
  assume_role_policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
  permissions_boundary = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}
