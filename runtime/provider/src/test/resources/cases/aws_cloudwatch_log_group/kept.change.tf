resource "aws_cloudwatch_log_group" "kept" {
  name              = "/aws/lambda/kept"
  retention_in_days = 7
}

resource "aws_cloudwatch_log_group" "kept_for_ever" {
  name_prefix = "/kept/"

  tags = {
    Kept = "for long"
  }
}

resource "aws_cloudwatch_log_group" "kept_elsewhere" {
  name = "/kept/there"
}
