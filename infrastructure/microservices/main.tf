data "aws_secretsmanager_secret_version" "endpoint" {
  secret_id = var.endpoint_secret_arn
}

locals {
  domain_name = coalesce(var.domain_name, "${var.application_name}.com")
}

module "microservice" {
  for_each = var.microservices

  source = "../modules/microservice"

  vpc_cidr_block  = var.vpc_cidr_block
  private_subnets = var.private_subnets

  api_gateway_definition_template = "${path.module}/templates/api-gateway-definition-template.yaml"
  microservice_name               = each.key
  microservice_order_options      = each.value
  domain_name                     = "${each.key}.${local.domain_name}"
  authorization                   = var.authorization
  readers                         = var.readers
  writers                         = var.writers
  certificate_arn                 = var.certificate_arn
  certificate_authority_arn       = var.certificate_authority_arn

  # The id of an endpoint opens nothing by itself; as a secret it would hide the whole API definition from every plan.
  vpc_endpoint_id = nonsensitive(data.aws_secretsmanager_secret_version.endpoint.secret_string)

  function_package_path = var.function_package_path
  function_runtime      = var.function_runtime
  log_retention_in_days = var.log_retention_in_days
  deletion_protection   = var.deletion_protection
}
