provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

run "plans_with_defaults" {
  command = plan
  variables { client_ami_id = "ami-0123456789abcdef0" }
}
