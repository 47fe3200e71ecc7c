resource "aws_api_gateway_domain_name" "this" {
  domain_name              = "a.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001"
  security_policy          = "TLS_1_2"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
resource "aws_api_gateway_domain_name" "bare" {
  domain_name              = "bare-a.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
