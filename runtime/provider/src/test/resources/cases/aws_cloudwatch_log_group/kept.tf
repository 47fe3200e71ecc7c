resource "aws_cloudwatch_log_group" "kept" {
  name              = "/aws/lambda/kept"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "kept_for_ever" {
  name_prefix = "/kept/"

  tags = {
    Kept = "for ever"
  }
}

resource "aws_cloudwatch_log_group" "kept_elsewhere" {
  name = "/kept/here"
}
