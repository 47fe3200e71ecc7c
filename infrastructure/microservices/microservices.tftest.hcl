provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

override_data {
  target = data.aws_secretsmanager_secret_version.endpoint
  values = { secret_string = "vpce-0123456789abcdef0" }
}

variables {
  function_package_path = "main.tf"
}

run "plans_with_defaults" {
  command = plan
}
