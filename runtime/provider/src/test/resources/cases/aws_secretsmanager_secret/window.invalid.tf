resource "aws_secretsmanager_secret" "this" {
  name                    = "a"
  recovery_window_in_days = 6
}
