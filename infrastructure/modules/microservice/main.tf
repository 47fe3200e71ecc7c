data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.id

  # Stage and base path alike, so that a function sees /v1/orders whichever way a request came in.
  api_version = "v1"

  index_name = "orders-by-day"
  table_arn  = aws_dynamodb_table.this.arn
  index_arn  = "${aws_dynamodb_table.this.arn}/index/${local.index_name}"

  # One role each, with the rights that the function's code uses.
  functions = {
    get-orders = {
      handler = "dev.skybridge.orders.GetOrders"
      method  = "GET /orders"
      rights = {
        ReadTable  = { actions = ["dynamodb:GetItem"], resource = local.table_arn }
        QueryIndex = { actions = ["dynamodb:Query"], resource = local.index_arn }
      }
    }
    post-order = {
      handler = "dev.skybridge.orders.PostOrder"
      method  = "POST /orders"
      rights = {
        WriteTable = {
          actions  = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]
          resource = local.table_arn
        }
      }
    }
    get-order = {
      handler = "dev.skybridge.orders.GetOrder"
      method  = "GET /orders/*"
      rights = {
        ReadTable = { actions = ["dynamodb:GetItem"], resource = local.table_arn }
      }
    }
  }
}
