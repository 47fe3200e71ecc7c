output "microservice_urls" {
  description = "Where clients in the VPC reach each microservice's orders."
  value       = { for name in keys(var.microservices) : name => "https://${name}.${local.domain_name}/v1/orders" }
}

output "vpc_endpoint_id" {
  description = "Id of the execute-api VPC endpoint, which the producers' API policies name."
  value       = aws_vpc_endpoint.this.id
}

output "vpc_endpoint_addresses" {
  description = "Address of the VPC endpoint in each private subnet."
  value       = local.endpoint_addresses
}

output "endpoint_secret_arn" {
  description = "ARN of the secret that holds the endpoint's id: `endpoint_secret_arn` of the producers."
  value       = aws_secretsmanager_secret.this.arn
}

output "load_balancer_dns_name" {
  description = "AWS's name of the load balancer."
  value       = aws_lb.this.dns_name
}

output "client_instance_id" {
  description = "Id of the test client: aws ssm start-session --target ID"
  value       = aws_instance.client.id
}
