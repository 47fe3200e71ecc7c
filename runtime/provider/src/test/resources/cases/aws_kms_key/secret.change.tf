resource "aws_kms_key" "this" {
  description             = "Secret, shared"
  deletion_window_in_days = 10
  enable_key_rotation     = true
  rotation_period_in_days = 90
  policy = jsonencode({
    Statement = [{ Action = "kms:*", Effect = "Allow", Resource = "*", Principal = { AWS = "arn:aws:iam::111122223333:root" } }]
    Version = "2012-10-17"
  })
}
resource "aws_kms_key" "plain" {
  is_enabled = false
}
