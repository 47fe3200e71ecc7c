################################################################################
# Where this is applied
################################################################################

variable "account_id" {
  description = "Id of the producer account. The provider refuses to work with the credentials of any other account."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "region" {
  description = "Region of everything in this root: the consumer's, because a private API and the endpoint that reaches it share one Region."
  type        = string
  default     = "eu-central-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be the name of an AWS Region, for example eu-central-1."
  }
}

variable "assume_role" {
  description = "Role to assume before anything is read or changed; null = the credentials at hand are the account's own."
  type = object({
    role_arn     = string
    external_id  = optional(string)
    session_name = optional(string, "terraform")
  })
  default = null

  validation {
    condition     = var.assume_role == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", var.assume_role.role_arn))
    error_message = "assume_role.role_arn must be the ARN of an IAM role."
  }
}

variable "tags" {
  description = "Tags of every resource, in addition to Application."
  type        = map(string)
  default     = {}
  nullable    = false
}


################################################################################
# Network
################################################################################

variable "vpc_cidr_block" {
  description = "CIDR of each microservice's VPC. These VPCs are connected to nothing, so they may be equal."
  type        = string
  default     = "192.168.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.vpc_cidr_block, 0))
    error_message = "vpc_cidr_block must be an IPv4 CIDR, for example 192.168.0.0/16."
  }
}

variable "private_subnets" {
  description = "Private subnets (they hold the functions), by a name of your choice."
  type = map(object({
    cidr_block        = string
    availability_zone = string
  }))
  default = {
    subnet_1 = {
      cidr_block        = "192.168.2.0/24"
      availability_zone = "eu-central-1a"
    }
    subnet_2 = {
      cidr_block        = "192.168.3.0/24"
      availability_zone = "eu-central-1b"
    }
  }
  nullable = false

  validation {
    condition     = alltrue([for subnet in var.private_subnets : startswith(subnet.availability_zone, var.region)])
    error_message = "Every private subnet needs an Availability Zone of the Region: with another region, set private_subnets too."
  }
}


################################################################################
# Microservices
################################################################################

variable "application_name" {
  description = "Name of the application, the consumer's."
  type        = string
  default     = "cross-account-microservices"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}[a-z0-9]$", var.application_name))
    error_message = "application_name must be 2 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "domain_name" {
  description = "Name of the consumer's private hosted zone, under which each microservice has a host name; null = APPLICATION_NAME.com."
  type        = string
  default     = null

  validation {
    condition     = var.domain_name == null || can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a lower-case domain name without a final dot, for example orders.example.com."
  }
}

variable "microservices" {
  description = "Microservices of this account: by name (the host name's first label), the options that can be ordered."
  type        = map(list(string))

  validation {
    condition     = length(var.microservices) > 0
    error_message = "microservices must name at least one service, for example { food = [\"pizza\"] }."
  }
}

variable "authorization" {
  description = "Authorization of the APIs' methods: NONE (whoever comes through the endpoint), or AWS_IAM (requests signed with credentials whose owner policies allow)."
  type        = string
  default     = "NONE"
  nullable    = false

  validation {
    condition     = contains(["NONE", "AWS_IAM"], var.authorization)
    error_message = "authorization must be NONE or AWS_IAM."
  }

  validation {
    condition     = (var.authorization == "AWS_IAM") == (length(var.readers) + length(var.writers) > 0)
    error_message = "authorization AWS_IAM and callers go together: with it, name who may call in readers or writers; without it, they have no effect, so leave them out."
  }
}

variable "readers" {
  description = "With authorization AWS_IAM: who may read orders, as ARNs of roles, users or accounts (arn:PARTITION:iam::ACCOUNT_ID:root). They may assume the role NAME-reader of each microservice, or sign with their own credentials where their own policies allow execute-api:Invoke."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "writers" {
  description = "With authorization AWS_IAM: who may place orders, as readers; their roles are NAME-writer."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "endpoint_secret_arn" {
  description = "ARN of the consumer's secret that holds the VPC endpoint's id (the consumer's output of this name). The part before the random suffix is enough."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+$", var.endpoint_secret_arn))
    error_message = "endpoint_secret_arn must be the ARN of a secret of AWS Secrets Manager; another account's secret cannot be read by its name alone."
  }
}


################################################################################
# TLS
################################################################################

variable "certificate_arn" {
  description = "ARN of an ACM certificate for *.DOMAIN_NAME in this account and Region; null = one is requested for each microservice from certificate_authority_arn."
  type        = string
  default     = null
}

variable "certificate_authority_arn" {
  description = "ARN of the private certificate authority (AWS Private CA, shared with this account) that issues the certificates where certificate_arn is null."
  type        = string
  default     = null
}


################################################################################
# Functions and data
################################################################################

variable "function_package_path" {
  description = "Path of the functions' jar."
  type        = string
  default     = "../../functions/orders/target/orders.jar"
  nullable    = false
}

variable "function_runtime" {
  description = "Lambda runtime of the functions: java21, or java25 with a version of the AWS provider that knows it."
  type        = string
  default     = "java21"
  nullable    = false
}

variable "log_retention_in_days" {
  description = "Days for which the functions' logs are kept."
  type        = number
  default     = 30
  nullable    = false
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the tables. Set it to false, and apply, before a destroy."
  type        = bool
  default     = true
  nullable    = false
}
