output "orders_url" {
  description = "Where the consumer's clients reach the orders."
  value       = "https://${aws_api_gateway_domain_name.this.domain_name}/${aws_api_gateway_base_path_mapping.this.base_path}/orders"
}

output "rest_api_id" {
  description = "Id of the private REST API."
  value       = aws_api_gateway_rest_api.this.id
}

output "function_names" {
  description = "Names of the functions."
  value       = sort([for function in aws_lambda_function.this : function.function_name])
}

output "table_name" {
  description = "Name of the orders' table."
  value       = aws_dynamodb_table.this.name
}

output "caller_role_arns" {
  description = "Roles of callers, reader and writer, where methods have IAM authorization."
  value       = { for name, role in aws_iam_role.caller : name => role.arn }
}

output "deployment_triggers" {
  description = "Hashes of the API definition and the policy that the stage serves."
  value       = aws_api_gateway_deployment.this.triggers
}
