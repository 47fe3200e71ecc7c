resource "aws_kms_key" "this" {
  deletion_window_in_days = 6
}
