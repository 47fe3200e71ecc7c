################################################################################
# Orders
################################################################################

# An item is an order, an idempotency key (these expire) or the record of days. Only orders have the index's attributes: a
# day's orders are spread over shards, so that no day is one partition, and sorted by time within a shard.
resource "aws_dynamodb_table" "this" {
  name                        = "${var.microservice_name}-orders"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  deletion_protection_enabled = var.deletion_protection

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
    name            = local.index_name
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
