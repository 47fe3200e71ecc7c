resource "aws_kms_key" "this" {
  description             = "Secret"
  deletion_window_in_days = 7
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::111122223333:root" } }]
  })
}
resource "aws_kms_key" "plain" {
  tags = { Name = "plain" }
}
