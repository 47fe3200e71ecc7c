################################################################################
# Route53 private hosted zone
################################################################################

resource "aws_route53_zone" "this" {
  name    = local.domain_name
  comment = "Microservices of ${var.application_name}"

  vpc {
    vpc_id     = aws_vpc.this.id
    vpc_region = var.region
  }
}


################################################################################
# ALB alias record per microservice
################################################################################

resource "aws_route53_record" "this" {
  for_each = var.microservices

  zone_id = aws_route53_zone.this.zone_id
  name    = "${each.key}.${local.domain_name}"
  type    = "A"

  alias {
    name                   = aws_lb.this.dns_name
    zone_id                = aws_lb.this.zone_id
    evaluate_target_health = true
  }
}
