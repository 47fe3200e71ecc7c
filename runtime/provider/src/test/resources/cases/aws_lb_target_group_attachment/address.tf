resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}


resource "aws_lb_target_group" "this" {
  name        = "attached"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = aws_vpc.this.id

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
  target_group_arn = aws_lb_target_group.this.arn
  target_id        = "10.4.1.10"
  port             = 443
}

resource "aws_lb_target_group_attachment" "plain" {
  target_group_arn = aws_lb_target_group.this.arn
  target_id        = "10.4.1.11"
}
