resource "aws_kms_key" "this" {}
resource "aws_secretsmanager_secret" "this" {
  name                    = "case-endpoint"
  description             = "Id of the VPC endpoint"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = 0
}
resource "aws_secretsmanager_secret" "unnamed" {
  tags = { Name = "unnamed" }
}
