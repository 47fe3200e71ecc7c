resource "aws_iam_policy" "this" {
  name        = "case-policy"
  description = "Reads orders"
  policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "dynamodb:Query", Resource = "*" }] })
}
resource "aws_iam_policy" "unnamed" {
  path   = "/case/"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "dynamodb:Query", Resource = "*" }] })
  tags   = { Name = "unnamed" }
}
resource "aws_iam_role" "this" {
  name               = "case-managed"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_iam_role_policy_attachment" "this" {
  role       = aws_iam_role.this.name
  policy_arn = aws_iam_policy.this.arn
}
