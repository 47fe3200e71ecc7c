resource "aws_acm_certificate" "this" {
  domain_name               = "shop.example"
  subject_alternative_names = ["*.shop.example", "www.shop.example"]
  certificate_authority_arn = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
}

resource "aws_acm_certificate" "plain" {
  domain_name               = "other.example"
  certificate_authority_arn = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
  key_algorithm             = "EC_prime256v1"
}
