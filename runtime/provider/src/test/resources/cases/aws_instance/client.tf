resource "aws_vpc" "this" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_security_group" "this" {
  name   = "this"
  vpc_id = aws_vpc.this.id
}

resource "aws_security_group" "other" {
  name   = "other"
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "this" {
  vpc_id     = aws_vpc.this.id
  cidr_block = "10.4.1.0/24"
}

resource "aws_instance" "plain" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.this.id
}

resource "aws_instance" "client" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.this.id
  associate_public_ip_address = true
  iam_instance_profile        = "client"
  vpc_security_group_ids      = [aws_security_group.this.id]

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

  tags = { Name = "client" }
}
