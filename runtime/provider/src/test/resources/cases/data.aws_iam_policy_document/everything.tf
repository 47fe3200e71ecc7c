data "aws_iam_policy_document" "simple" {
  statement {
    actions   = ["execute-api:Invoke"]
    resources = ["execute-api:/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
data "aws_iam_policy_document" "lists" {
  policy_id = "lists"
  statement {
    sid           = "Read"
    effect        = "Deny"
    not_actions   = ["a:One", "b:Two", "a:Three"]
    not_resources = ["arn:aws:s3:::a/&{aws:username}", "arn:aws:s3:::b<&>"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:root"]
    }
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpce"
      values   = ["vpce-2", "vpce-1"]
    }
    condition {
      test     = "StringEquals"
      variable = "kms:CallerAccount"
      values   = ["111122223333"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:PrincipalArn"
      values   = ["arn:aws:iam::*:role/x"]
    }
  }
  statement {
    actions   = ["*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
data "aws_iam_policy_document" "empty" {}
data "aws_iam_policy_document" "merged" {
  source_policy_documents   = [data.aws_iam_policy_document.lists.json]
  override_policy_documents = [data.aws_iam_policy_document.simple.json]
  statement {
    sid       = "Read"
    actions   = ["c:One"]
    resources = ["*"]
  }
}
