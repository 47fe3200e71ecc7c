data "aws_iam_policy_document" "this" {
  version = "2020-01-01"
  statement {
    effect  = "Perhaps"
    actions = ["*"]
  }
}
