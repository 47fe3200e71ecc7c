################################################################################
# Secret: the id of the VPC endpoint, for the producers' API policies
################################################################################

resource "aws_secretsmanager_secret" "this" {
  name                    = var.application_name
  description             = "Id of the VPC endpoint through which ${var.application_name} calls its producers"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = var.secret_recovery_window_in_days
}

resource "aws_secretsmanager_secret_version" "this" {
  secret_id     = aws_secretsmanager_secret.this.id
  secret_string = aws_vpc_endpoint.this.id
}


################################################################################
# Secret policy
################################################################################

locals {
  producer_principals = [
    for account_id in local.producer_account_ids : "arn:${data.aws_partition.current.partition}:iam::${account_id}:root"
  ]
}

resource "aws_secretsmanager_secret_policy" "this" {
  secret_arn          = aws_secretsmanager_secret.this.arn
  policy              = data.aws_iam_policy_document.secret.json
  block_public_policy = true
}

data "aws_iam_policy_document" "secret" {
  statement {
    sid       = "ReadByProducerAccounts"
    effect    = "Allow"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.this.arn]

    principals {
      type        = "AWS"
      identifiers = local.producer_principals
    }
  }
}
