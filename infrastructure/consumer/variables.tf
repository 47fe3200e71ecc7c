################################################################################
# Where this is applied
################################################################################

variable "account_id" {
  description = "Id of the consumer account. The provider refuses to work with the credentials of any other account."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "region" {
  description = "Region of everything in this root. Private APIs and the endpoint that reaches them share one Region."
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
  description = "CIDR of the VPC."
  type        = string
  default     = "192.168.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.vpc_cidr_block, 0))
    error_message = "vpc_cidr_block must be an IPv4 CIDR, for example 192.168.0.0/16."
  }
}

variable "public_subnets" {
  description = "Public subnets (they hold the test client), by a name of your choice."
  type = map(object({
    cidr_block        = string
    availability_zone = string
  }))
  default = {
    subnet_1 = {
      cidr_block        = "192.168.0.0/24"
      availability_zone = "eu-central-1a"
    }
    subnet_2 = {
      cidr_block        = "192.168.1.0/24"
      availability_zone = "eu-central-1b"
    }
  }
  nullable = false

  validation {
    condition     = length(var.public_subnets) > 0
    error_message = "public_subnets must name at least one subnet: the test client lives in the first."
  }

  validation {
    condition     = alltrue([for subnet in var.public_subnets : startswith(subnet.availability_zone, var.region)])
    error_message = "Every public subnet needs an Availability Zone of the Region: with another region, set public_subnets too."
  }

  validation {
    condition     = alltrue([for subnet in var.public_subnets : can(cidrhost(subnet.cidr_block, 0))])
    error_message = "Every public subnet needs an IPv4 CIDR as cidr_block, for example 192.168.0.0/24."
  }
}

variable "private_subnets" {
  description = "Private subnets (they hold the load balancer and the VPC endpoint), by a name of your choice."
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
    condition     = length(distinct([for subnet in var.private_subnets : subnet.availability_zone])) == length(var.private_subnets) && length(var.private_subnets) >= 2
    error_message = "private_subnets must name two or more subnets, each in another Availability Zone: an Application Load Balancer and an interface endpoint take one subnet a zone."
  }

  validation {
    condition     = alltrue([for subnet in var.private_subnets : startswith(subnet.availability_zone, var.region)])
    error_message = "Every private subnet needs an Availability Zone of the Region: with another region, set private_subnets too."
  }

  validation {
    condition     = alltrue([for subnet in var.private_subnets : can(cidrhost(subnet.cidr_block, 0))])
    error_message = "Every private subnet needs an IPv4 CIDR as cidr_block, for example 192.168.2.0/24."
  }
}

variable "endpoint_host_number" {
  description = "Host number of the VPC endpoint's address in each private subnet: 10 gives 192.168.2.10 in 192.168.2.0/24. AWS keeps the first four and the last address of a subnet to itself."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.endpoint_host_number >= 4 && floor(var.endpoint_host_number) == var.endpoint_host_number
    error_message = "endpoint_host_number must be a whole number from 4 on: AWS keeps addresses 0 to 3 of every subnet to itself."
  }

  validation {
    condition = alltrue([
      for subnet in var.private_subnets :
      can(cidrhost(subnet.cidr_block, var.endpoint_host_number + 1))
    ])
    error_message = "endpoint_host_number does not fit into every private subnet, whose last address is AWS's."
  }
}


################################################################################
# Microservices
################################################################################

variable "application_name" {
  description = "Name of the application: prefix of names, name of the shared secret."
  type        = string
  default     = "cross-account-microservices"
  nullable    = false

  # An ALB's and a target group's name hold 32 characters.
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}[a-z0-9]$", var.application_name))
    error_message = "application_name must be 2 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "domain_name" {
  description = "Name of the private hosted zone; null = APPLICATION_NAME.com. It hides the public zone of that name inside the VPC: use a name you own."
  type        = string
  default     = null

  validation {
    condition     = var.domain_name == null || can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a lower-case domain name without a final dot, for example orders.example.com."
  }
}

variable "microservices" {
  description = "Microservices that clients reach, by name (the first label of the host name): the account that owns the API, and the priority of the service's listener rule (unique)."
  type = map(object({
    account_id    = string
    rule_priority = number
  }))

  validation {
    condition     = length(var.microservices) > 0
    error_message = "microservices must name at least one service."
  }

  validation {
    condition     = alltrue([for name in keys(var.microservices) : can(regex("^[a-z][a-z0-9]{0,30}$", name))])
    error_message = "A microservice's name must be 1 to 31 lower-case letters and digits, beginning with a letter: it is a host name's label and an API model's name."
  }

  validation {
    condition     = alltrue([for service in var.microservices : can(regex("^[0-9]{12}$", service.account_id))])
    error_message = "Every microservice's account_id must be the 12 digits of an AWS account."
  }

  validation {
    condition = alltrue([
      for service in var.microservices :
      service.rule_priority >= 1 && service.rule_priority <= 50000 && floor(service.rule_priority) == service.rule_priority
    ])
    error_message = "Every microservice's rule_priority must be a whole number from 1 to 50000."
  }

  validation {
    condition     = length(distinct([for service in var.microservices : service.rule_priority])) == length(var.microservices)
    error_message = "Two microservices have the same rule_priority; a listener takes each priority once."
  }
}


################################################################################
# TLS
################################################################################

variable "certificate_arn" {
  description = "ARN of an ACM certificate for *.DOMAIN_NAME in this account and Region; null = one is requested from certificate_authority_arn."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null || can(regex("^arn:[a-z-]+:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$", var.certificate_arn))
    error_message = "certificate_arn must be the ARN of an ACM certificate."
  }
}

variable "certificate_authority_arn" {
  description = "ARN of the private certificate authority (AWS Private CA, shared with this account) that issues the certificate where certificate_arn is null."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_authority_arn == null || can(regex("^arn:[a-z-]+:acm-pca:[a-z0-9-]+:[0-9]{12}:certificate-authority/.+$", var.certificate_authority_arn))
    error_message = "certificate_authority_arn must be the ARN of an AWS Private CA certificate authority."
  }
}

variable "ssl_policy" {
  description = "Security policy of the HTTPS listener: TLS 1.2 and 1.3 only."
  type        = string
  default     = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  nullable    = false

  validation {
    condition     = can(regex("^ELBSecurityPolicy-TLS13-1-[23]-", var.ssl_policy))
    error_message = "ssl_policy must be one of the ELBSecurityPolicy-TLS13-1-2-* or -TLS13-1-3-* policies: older ones admit TLS before 1.2."
  }
}


################################################################################
# Client
################################################################################

variable "client_ami_id" {
  description = "AMI of the test client: any x86_64 Linux with curl and the SSM agent, such as Amazon Linux 2023. A pinned id, because a look-up of the newest image replaces the instance at each release."
  type        = string

  validation {
    condition     = can(regex("^ami-([0-9a-f]{8}|[0-9a-f]{17})$", var.client_ami_id))
    error_message = "client_ami_id must be an AMI id (ami-0123456789abcdef0). The newest Amazon Linux 2023: aws ssm get-parameter --name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
  }
}

variable "client_instance_type" {
  description = "Instance type of the test client."
  type        = string
  default     = "t3.micro"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.client_instance_type))
    error_message = "client_instance_type must be an instance type, for example t3.micro."
  }
}


################################################################################
# Protection
################################################################################

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the load balancer. Set it to false, and apply, before a destroy."
  type        = bool
  default     = true
  nullable    = false
}

variable "secret_recovery_window_in_days" {
  description = "Days for which a deleted secret can be restored (0, or 7 to 30). 0 by default: the secret is an endpoint's id, and its name can be used again at once."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.secret_recovery_window_in_days == 0 || (var.secret_recovery_window_in_days >= 7 && var.secret_recovery_window_in_days <= 30)
    error_message = "secret_recovery_window_in_days must be 0 or 7 to 30."
  }
}

variable "kms_deletion_window_in_days" {
  description = "Days that AWS KMS waits before it deletes the secret's key (7 to 30)."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.kms_deletion_window_in_days >= 7 && var.kms_deletion_window_in_days <= 30
    error_message = "kms_deletion_window_in_days must be 7 to 30."
  }
}
