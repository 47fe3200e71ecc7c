################################################################################
# Key of the shared secret
################################################################################

# The AWS managed key of Secrets Manager cannot be used from another account.
resource "aws_kms_key" "this" {
  description             = "Secret ${var.application_name}, shared with the producer accounts"
  deletion_window_in_days = var.kms_deletion_window_in_days
  enable_key_rotation     = true
  policy                  = data.aws_iam_policy_document.kms.json
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.application_name}"
  target_key_id = aws_kms_key.this.key_id
}

# In a key policy the resource "*" is the key itself.
data "aws_iam_policy_document" "kms" {
  statement {
    sid       = "AdministerByThisAccount"
    effect    = "Allow"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${var.account_id}:root"]
    }
  }

  statement {
    sid       = "DecryptSecretByProducerAccounts"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = local.producer_principals
    }

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["secretsmanager.${var.region}.${data.aws_partition.current.dns_suffix}"]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:CallerAccount"
      values   = local.producer_account_ids
    }
  }
}
