data "aws_ec2_managed_prefix_list" "this" {
  name      = "com.amazonaws.eu-central-1.dynamodb"
  max_names = 1
}
