resource "aws_secretsmanager_secret" "this" {
  name = "case-version"
}
resource "aws_secretsmanager_secret_version" "this" {
  secret_id     = aws_secretsmanager_secret.this.id
  secret_string = "vpce-0123456789abcdef0"
}
