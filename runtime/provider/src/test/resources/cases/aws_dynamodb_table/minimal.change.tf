resource "aws_dynamodb_table" "minimal" {
  name         = "minimal"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "key"

  attribute {
    name = "key"
    type = "S"
  }
}
