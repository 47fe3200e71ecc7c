resource "aws_kms_alias" "this" {
  name          = "case"
  target_key_id = "1b3d5f70-0000-4000-8000-000000000001"
}
