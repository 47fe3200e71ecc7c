resource "aws_api_gateway_rest_api_policy" "this" {
  rest_api_id = "abcdef1234"
}

resource "aws_api_gateway_rest_api_policy" "other" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
