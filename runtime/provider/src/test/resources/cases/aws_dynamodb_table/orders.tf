resource "aws_dynamodb_table" "orders" {
  name                        = "food-orders"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  deletion_protection_enabled = false

  attribute {
    name = "pk"
    type = "S"
  }

  attribute {
    name = "dayShard"
    type = "S"
  }

  attribute {
    name = "orderedAt"
    type = "S"
  }

  global_secondary_index {
    name            = "orders-by-day"
    hash_key        = "dayShard"
    range_key       = "orderedAt"
    projection_type = "ALL"
  }

  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }
}
