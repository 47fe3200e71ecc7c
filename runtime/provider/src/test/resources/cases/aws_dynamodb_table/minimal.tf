resource "aws_dynamodb_table" "minimal" {
  name         = "minimal"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
