################################################################################
# Certificate of the HTTPS listener
################################################################################

resource "aws_acm_certificate" "this" {
  count = var.certificate_arn == null ? 1 : 0

  domain_name               = local.domain_name
  subject_alternative_names = ["*.${local.domain_name}"]
  certificate_authority_arn = var.certificate_authority_arn

  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = var.certificate_authority_arn != null
      error_message = "The HTTPS listener has no certificate. Set certificate_arn (a certificate of ACM for *.${local.domain_name}), or certificate_authority_arn (a private certificate authority that issues one)."
    }
  }
}

locals {
  certificate_arn = var.certificate_arn == null ? aws_acm_certificate.this[0].arn : var.certificate_arn
}
