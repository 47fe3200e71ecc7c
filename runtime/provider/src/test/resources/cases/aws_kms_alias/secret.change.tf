resource "aws_kms_key" "this" {}
resource "aws_kms_key" "other" {}
resource "aws_kms_alias" "this" {
  name          = "alias/case"
  target_key_id = aws_kms_key.other.key_id
}
resource "aws_kms_alias" "prefixed" {
  name          = "alias/case-named"
  target_key_id = aws_kms_key.this.arn
}
