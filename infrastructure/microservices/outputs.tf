output "microservices" {
  description = "What each microservice consists of: its URL, API, functions, table and the roles of its callers."
  value = {
    for name, service in module.microservice : name => {
      orders_url     = service.orders_url
      rest_api_id    = service.rest_api_id
      function_names = service.function_names
      table_name     = service.table_name
      caller_roles   = service.caller_role_arns
    }
  }
}
