resource "aws_organizations_policy" "this" {
  name        = "case-control"
  description = "No scans at all"
  content     = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "NoScans", Effect = "Deny", Action = "dynamodb:Scan", Resource = "*" }] })
}
resource "aws_organizations_policy" "resource" {
  name    = "case-resource"
  type    = "SERVICE_CONTROL_POLICY"
  content = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "Other", Effect = "Deny", Action = "kms:Decrypt", Resource = "*" }] })
  tags    = { Name = "service" }
}
