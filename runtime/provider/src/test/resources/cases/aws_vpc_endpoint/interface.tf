resource "aws_vpc_endpoint" "this" {
  service_name        = "com.amazonaws.eu-central-1.execute-api"
  vpc_endpoint_type   = "Interface"
  vpc_id              = "vpc-0123456789abcdef0"
  security_group_ids  = ["sg-0123456789abcdef1"]
  subnet_ids          = ["subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
  policy              = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }]
  })
  private_dns_enabled = false
  subnet_configuration {
    subnet_id = "subnet-0123456789abcdef1"
    ipv4      = "192.168.2.10"
  }
  subnet_configuration {
    subnet_id = "subnet-0123456789abcdef2"
    ipv4      = "192.168.3.10"
  }
  tags = { Name = "execute-api" }
}
resource "aws_vpc_endpoint" "free" {
  service_name      = "com.amazonaws.eu-central-1.execute-api"
  vpc_endpoint_type = "Interface"
  vpc_id            = "vpc-0123456789abcdef0"
  subnet_ids        = ["subnet-0123456789abcdef1"]
}
