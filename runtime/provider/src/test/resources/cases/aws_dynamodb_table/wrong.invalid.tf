resource "aws_dynamodb_table" "wrong" {
  name         = "wrong"
  billing_mode = "FREE"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "X"
  }
}
