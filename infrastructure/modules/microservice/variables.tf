variable "microservice_name" {
  description = "Name of the microservice: the attribute of an order that holds the option, and the prefix of every name."
  type        = string

  # API Gateway's model names are alphanumeric; IAM's longest name made of it is NAME-get-orders.
  validation {
    condition     = can(regex("^[a-z][a-z0-9]{0,30}$", var.microservice_name))
    error_message = "microservice_name must be 1 to 31 lower-case letters and digits, beginning with a letter: it becomes a host name's label and an API model's name."
  }
}

variable "microservice_order_options" {
  description = "Options that can be ordered."
  type        = list(string)

  validation {
    condition     = length(var.microservice_order_options) > 0 && length(distinct(var.microservice_order_options)) == length(var.microservice_order_options)
    error_message = "microservice_order_options must name at least one option, each once."
  }

  validation {
    condition     = alltrue([for option in var.microservice_order_options : can(regex("^[^[:cntrl:]]{1,64}$", option)) && trimspace(option) == option])
    error_message = "Every option must have 1 to 64 characters and neither begin nor end with a blank."
  }
}

variable "domain_name" {
  description = "Host name of the microservice, for example food.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a lower-case host name without a final dot, for example food.example.com."
  }
}

variable "vpc_endpoint_id" {
  description = "Id of the execute-api VPC endpoint through which alone the API can be called; it may belong to another account."
  type        = string

  validation {
    condition     = can(regex("^vpce-([0-9a-f]{8}|[0-9a-f]{17})$", var.vpc_endpoint_id))
    error_message = "vpc_endpoint_id must be the id of a VPC endpoint (vpce-0123456789abcdef0): is the consumer applied, and does its secret hold the endpoint's id?"
  }
}

variable "api_gateway_definition_template" {
  description = "Path of the API's OpenAPI 3.0 template."
  type        = string

  validation {
    condition     = fileexists(var.api_gateway_definition_template)
    error_message = "api_gateway_definition_template must be the path of a file."
  }
}

variable "authorization" {
  description = "Authorization of the API's methods: NONE (whoever comes through the endpoint), or AWS_IAM (requests signed with credentials whose owner policies allow)."
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
  description = "With authorization AWS_IAM: who may read orders, as ARNs of roles, users or accounts (arn:PARTITION:iam::ACCOUNT_ID:root). They may assume the role NAME-reader, or sign with their own credentials where their own policies allow execute-api:Invoke."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.readers : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(root|(role|user)/.+)$", arn))])
    error_message = "Every one of readers must be the ARN of a role, a user or an account's root, for example arn:PARTITION:iam::ACCOUNT_ID:root."
  }
}

variable "writers" {
  description = "With authorization AWS_IAM: who may place orders, as readers; their role is NAME-writer."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.writers : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(root|(role|user)/.+)$", arn))])
    error_message = "Every one of writers must be the ARN of a role, a user or an account's root, for example arn:PARTITION:iam::ACCOUNT_ID:root."
  }
}

variable "certificate_arn" {
  description = "ARN of an ACM certificate for the host name in this account and Region; null = one is requested from certificate_authority_arn."
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

variable "vpc_cidr_block" {
  description = "CIDR of the VPC, which is connected to nothing."
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

  validation {
    condition     = length(var.private_subnets) > 0 && alltrue([for subnet in var.private_subnets : can(cidrhost(subnet.cidr_block, 0))])
    error_message = "private_subnets must name at least one subnet, each with an IPv4 CIDR as cidr_block, for example 192.168.2.0/24."
  }
}

variable "function_package_path" {
  description = "Path of the functions' jar."
  type        = string
}

variable "function_runtime" {
  description = "Lambda runtime of the functions: java21, or java25 with a version of the AWS provider that knows it."
  type        = string
  default     = "java21"
  nullable    = false

  validation {
    condition     = contains(["java21", "java25"], var.function_runtime)
    error_message = "function_runtime must be java21 or java25: the jar is compiled for Java 21."
  }
}

variable "function_memory_size" {
  description = "Memory of each function in MB; the processor's share grows with it."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = var.function_memory_size >= 128 && var.function_memory_size <= 10240 && floor(var.function_memory_size) == var.function_memory_size
    error_message = "function_memory_size must be a whole number from 128 to 10240."
  }
}

variable "function_timeout" {
  description = "Seconds after which a function is ended: less than API Gateway's 29, which is less than the load balancer's 60."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.function_timeout >= 1 && var.function_timeout <= 28 && floor(var.function_timeout) == var.function_timeout
    error_message = "function_timeout must be a whole number from 1 to 28: API Gateway waits 29 seconds."
  }
}

variable "order_shards" {
  description = "Number of the index's partitions that a day's orders are spread over. A change takes effect on days to come; the table remembers it for each day before."
  type        = number
  default     = 4
  nullable    = false

  validation {
    condition     = var.order_shards >= 1 && var.order_shards <= 64 && floor(var.order_shards) == var.order_shards
    error_message = "order_shards must be a whole number from 1 to 64."
  }
}

variable "idempotency_ttl_seconds" {
  description = "Seconds for which a repeated Idempotency-Key returns the first order."
  type        = number
  default     = 86400
  nullable    = false

  validation {
    condition     = var.idempotency_ttl_seconds >= 60 && var.idempotency_ttl_seconds <= 31536000 && floor(var.idempotency_ttl_seconds) == var.idempotency_ttl_seconds
    error_message = "idempotency_ttl_seconds must be a whole number from 60 (a minute) to 31536000 (a year)."
  }
}

variable "log_retention_in_days" {
  description = "Days for which the functions' logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_in_days)
    error_message = "log_retention_in_days must be one of the periods that CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the table. Set it to false, and apply, before a destroy."
  type        = bool
  default     = true
  nullable    = false
}
