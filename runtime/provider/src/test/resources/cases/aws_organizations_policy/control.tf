resource "aws_organizations_policy" "this" {
  name        = "case-control"
  description = "No scans"
  content     = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "NoScan", Effect = "Deny", Action = "dynamodb:Scan", Resource = "*" }] })
}
resource "aws_organizations_policy" "resource" {
  name    = "case-resource"
  type    = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Principal = "*", Action = "kms:*", Resource = "*" }] })
  tags    = { Name = "resource" }
}
