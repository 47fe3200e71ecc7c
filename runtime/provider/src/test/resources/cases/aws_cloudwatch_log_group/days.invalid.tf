resource "aws_cloudwatch_log_group" "days" {
  name              = "/days"
  retention_in_days = 2
}
