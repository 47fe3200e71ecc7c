resource "aws_api_gateway_rest_api" "this" {
  name              = "bad"
  body              = "{}"
  put_rest_api_mode = "append"
}
