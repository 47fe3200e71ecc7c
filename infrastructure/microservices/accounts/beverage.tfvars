account_id = "444455556666"
region     = "eu-central-1"

microservices = {
  beverage = ["tea", "coffee", "water"]
}

endpoint_secret_arn       = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:cross-account-microservices"
certificate_authority_arn = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"

# An example is made to be torn down again.
deletion_protection = false
