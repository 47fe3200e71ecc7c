# Deferred to the apply: the secret's ARN is not known at the plan.
resource "aws_secretsmanager_secret" "this" {
  name = "case-data-version"
}
data "aws_secretsmanager_secret_version" "this" {
  secret_id = aws_secretsmanager_secret.this.arn
}
