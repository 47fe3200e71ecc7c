################################################################################
# Lambda functions
################################################################################

resource "aws_lambda_function" "this" {
  for_each = local.functions

  function_name = "${var.microservice_name}-${each.key}"
  description   = "${each.value.method} of ${var.domain_name}"
  role          = aws_iam_role.function[each.key].arn

  runtime          = var.function_runtime
  handler          = each.value.handler
  filename         = var.function_package_path
  source_code_hash = fileexists(var.function_package_path) ? filebase64sha256(var.function_package_path) : null
  memory_size      = var.function_memory_size
  timeout          = var.function_timeout

  environment {
    variables = {
      MICROSERVICE_TOPIC      = var.microservice_name
      MICROSERVICE_OPTIONS    = jsonencode(var.microservice_order_options)
      DYNAMODB_TABLE_NAME     = aws_dynamodb_table.this.name
      DYNAMODB_INDEX_NAME     = local.index_name
      ORDER_SHARDS            = tostring(var.order_shards)
      IDEMPOTENCY_TTL_SECONDS = tostring(var.idempotency_ttl_seconds)
    }
  }

  vpc_config {
    subnet_ids         = [for subnet in aws_subnet.private : subnet.id]
    security_group_ids = [aws_security_group.functions.id]
  }

  # Network interfaces need the role's rights, and the group must be there before Lambda creates one without retention.
  depends_on = [
    aws_cloudwatch_log_group.this,
    aws_iam_role_policy.function,
    aws_iam_role_policy_attachment.vpc_access,
  ]

  lifecycle {
    precondition {
      condition     = fileexists(var.function_package_path)
      error_message = "There is no ${var.function_package_path}. Build the functions first, in the repository's root: ./mvnw -pl functions/orders package"
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = local.functions

  name              = "/aws/lambda/${var.microservice_name}-${each.key}"
  retention_in_days = var.log_retention_in_days
}


################################################################################
# API Gateway may call each function for its one method
################################################################################

resource "aws_lambda_permission" "api_gateway" {
  for_each = local.functions

  statement_id  = "AllowApiGateway"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this[each.key].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/${local.api_version}/${replace(each.value.method, " /", "/")}"
}
