# Deferred to the apply by its dependency: without credentials the real provider cannot read it at the plan.
resource "aws_secretsmanager_secret" "this" {
  name = "case-data"
}
data "aws_secretsmanager_secret" "this" {
  name       = "case-data"
  depends_on = [aws_secretsmanager_secret.this]
}
