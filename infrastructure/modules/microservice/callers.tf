################################################################################
# Callers, where methods have IAM authorization
################################################################################

locals {
  # Reading and writing apart; a role that nobody may assume is not made.
  callers = {
    for name, caller in {
      reader = { principals = var.readers, verb = "GET" }
      writer = { principals = var.writers, verb = "POST" }
    } : name => caller if var.authorization == "AWS_IAM" && length(caller.principals) > 0
  }

  caller_resources = {
    for name, caller in local.callers : name => [
      for function in local.functions :
      "${aws_api_gateway_rest_api.this.execution_arn}/${local.api_version}/${replace(function.method, " /", "/")}"
      if startswith(function.method, "${caller.verb} ")
    ]
  }
}

resource "aws_iam_role" "caller" {
  for_each = local.callers

  name               = "${var.microservice_name}-${each.key}"
  description        = "${title(each.key)} of ${var.domain_name}"
  assume_role_policy = data.aws_iam_policy_document.assume_caller[each.key].json
}

data "aws_iam_policy_document" "assume_caller" {
  for_each = local.callers

  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = each.value.principals
    }
  }
}

resource "aws_iam_role_policy" "caller" {
  for_each = local.callers

  name   = "invoke"
  role   = aws_iam_role.caller[each.key].name
  policy = data.aws_iam_policy_document.caller[each.key].json
}

data "aws_iam_policy_document" "caller" {
  for_each = local.callers

  statement {
    sid       = "Invoke"
    effect    = "Allow"
    actions   = ["execute-api:Invoke"]
    resources = local.caller_resources[each.key]
  }
}
