account_id = "111122223333"
region     = "eu-central-1"

microservices = {
  food = {
    account_id    = "777788889999"
    rule_priority = 10
  }
  beverage = {
    account_id    = "444455556666"
    rule_priority = 20
  }
}

certificate_authority_arn = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"

# Replace it by an image of your Region; the message of the variable's validation says how to find one.
client_ami_id = "ami-0123456789abcdef0"

# An example is made to be torn down again.
deletion_protection = false
