resource "aws_organizations_policy" "this" {
  name    = "case-attached"
  content = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "NoScan", Effect = "Deny", Action = "dynamodb:Scan", Resource = "*" }] })
}
resource "aws_organizations_policy_attachment" "this" {
  policy_id = aws_organizations_policy.this.id
  target_id = "777788889999"
}
