resource "aws_kms_key" "this" {}
resource "aws_kms_key" "other" {}
resource "aws_kms_alias" "this" {
  name          = "alias/case"
  target_key_id = aws_kms_key.this.key_id
}
resource "aws_kms_alias" "prefixed" {
  name_prefix   = "alias/case-"
  target_key_id = aws_kms_key.this.arn
}
