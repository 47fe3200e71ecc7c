################################################################################
# Client EC2
################################################################################

resource "aws_instance" "client" {
  instance_type               = var.client_instance_type
  ami                         = var.client_ami_id
  subnet_id                   = aws_subnet.public[keys(var.public_subnets)[0]].id
  associate_public_ip_address = true # Session Manager reaches it over the internet; nothing may connect to it.
  iam_instance_profile        = aws_iam_instance_profile.client.name
  vpc_security_group_ids      = [aws_security_group.client.id]

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_size           = 8
    volume_type           = "gp3"
    encrypted             = true
    delete_on_termination = true
  }

  tags = { Name = "${var.application_name}-client" }
}


################################################################################
# EC2 instance profile
################################################################################

resource "aws_iam_role" "client" {
  name               = "${var.application_name}-client"
  description        = "Test client of ${var.application_name}: Session Manager only"
  assume_role_policy = data.aws_iam_policy_document.client_assume_role.json
}

data "aws_iam_policy_document" "client_assume_role" {
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_instance_profile" "client" {
  name = aws_iam_role.client.name
  role = aws_iam_role.client.name
}

resource "aws_iam_role_policy_attachment" "client" {
  role       = aws_iam_role.client.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}


################################################################################
# Client security group
################################################################################

resource "aws_security_group" "client" {
  name        = "${var.application_name}-client"
  description = "Test client of the microservices"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_egress_rule" "client" {
  security_group_id = aws_security_group.client.id
  description       = "HTTPS to the load balancer, Session Manager and package repositories"

  ip_protocol = "tcp"
  from_port   = 443
  to_port     = 443
  cidr_ipv4   = "0.0.0.0/0"
}
