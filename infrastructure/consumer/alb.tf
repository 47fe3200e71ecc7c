################################################################################
# ALB
################################################################################

resource "aws_lb" "this" {
  name = var.application_name

  internal           = true
  load_balancer_type = "application"
  security_groups    = [aws_security_group.alb.id]
  subnets            = [for subnet in aws_subnet.private : subnet.id]

  drop_invalid_header_fields = true
  enable_deletion_protection = var.deletion_protection

  # AWS gives the nodes any free address of these subnets; the endpoint's are fixed, so they are taken first.
  depends_on = [aws_vpc_endpoint.this]
}


################################################################################
# ALB security group
################################################################################

resource "aws_security_group" "alb" {
  name        = "${var.application_name}-alb"
  description = "Load balancer in front of the microservices"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "alb" {
  security_group_id = aws_security_group.alb.id
  description       = "HTTPS from the VPC"

  ip_protocol = "tcp"
  from_port   = 443
  to_port     = 443
  cidr_ipv4   = aws_vpc.this.cidr_block
}

resource "aws_vpc_security_group_egress_rule" "alb" {
  security_group_id = aws_security_group.alb.id
  description       = "HTTPS to the VPC endpoint"

  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.vpc_endpoint.id
}


################################################################################
# ALB HTTPS listener: one rule per microservice, 404 for every other host
################################################################################

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.ssl_policy
  certificate_arn   = local.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "application/json"
      message_body = jsonencode({ message = "Not Found" })
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "this" {
  for_each = var.microservices

  listener_arn = aws_lb_listener.this.arn
  priority     = each.value.rule_priority

  condition {
    host_header {
      values = ["${each.key}.${local.domain_name}"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }

  tags = { Name = each.key }
}


################################################################################
# ALB target group: the endpoint's network interfaces
################################################################################

resource "aws_lb_target_group" "this" {
  name        = var.application_name
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.this.id

  # execute-api answers a health check's Host header (an address) with 403 on every path but the reserved /ping. Without
  # `protocol` the check would speak HTTP to port 443, every target would be unhealthy, and the ALB would send to all.
  health_check {
    protocol            = "HTTPS"
    path                = "/ping"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_lb_target_group_attachment" "this" {
  for_each = local.endpoint_addresses

  target_group_arn = aws_lb_target_group.this.arn
  target_id        = each.value
  port             = 443

  depends_on = [aws_vpc_endpoint.this]
}
