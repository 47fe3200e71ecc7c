resource "aws_vpc_endpoint" "this" {
  service_name      = "com.amazonaws.eu-central-1.s3"
  vpc_endpoint_type = "Gateway"
  vpc_id            = "vpc-0123456789abcdef0"
  route_table_ids   = ["rtb-0123456789abcdef1", "rtb-0123456789abcdef2"]
  policy            = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "dynamodb:*", Resource = "*" }]
  })
}
resource "aws_vpc_endpoint" "bare" {
  service_name = "com.amazonaws.eu-central-1.dynamodb"
  vpc_id       = "vpc-0123456789abcdef0"
  route_table_ids = ["rtb-0123456789abcdef2"]
}
