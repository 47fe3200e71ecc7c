package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What Terraform shows of a refusal says where it is, what was found and what is expected. */
@EnabledIf(value = TerraformPresence.CONDITION, disabledReason = TerraformPresence.OTHERWISE)
class RefusedApplyTest {
  @TempDir private Path temporary;

  private final TestingRuntime runtime = TestingRuntime.empty();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void anApplySaysWhatToWriteInstead() throws Exception {
    String shown =
        shown(
            "apply",
            """
            resource "aws_iam_role" "reader" {
              name               = "reader"
              assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
                Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" },
                Action = "sts:AssumeRole" }] })
            }
            resource "aws_iam_role_policy" "misspelt" {
              name   = "misspelt"
              role   = aws_iam_role.reader.name
              policy = <<-JSON
                {
                  "Version": "2012-10-17",
                  "Statement": [{"Effect": "Allow", "Actions": "dynamodb:GetItem", "Resource": "*"}]
                }
              JSON
            }
            resource "aws_iam_policy" "long" {
              name   = "long"
              policy = jsonencode({ Version = "2012-10-17", Statement = [for i in range(200) : {
                Effect = "Allow", Action = "dynamodb:GetItem", Resource = "*" }] })
            }
            resource "aws_lambda_function" "untrusting" {
              function_name = "untrusting"
              role          = aws_iam_role.reader.arn
              runtime       = "java21"
              handler       = "Handler"
              filename      = "%s"
            }
            resource "aws_kms_key" "locked" {
              policy = jsonencode({ Version = "2012-10-17", Statement = [{
                Effect = "Allow", Principal = { AWS = "arn:aws:iam::444455556666:root" },
                Action = "kms:*", Resource = "*" }] })
            }
            resource "aws_vpc" "this" {
              cidr_block = "10.77.0.0/16"
            }
            resource "aws_subnet" "elsewhere" {
              vpc_id     = aws_vpc.this.id
              cidr_block = "10.78.0.0/24"
            }
            resource "aws_security_group" "protocol" {
              vpc_id = aws_vpc.this.id
              ingress {
                from_port   = 443
                to_port     = 443
                protocol    = "tcpp"
                cidr_blocks = ["10.0.0.0/8"]
              }
            }
            resource "aws_security_group" "this" {
              vpc_id = aws_vpc.this.id
            }
            resource "aws_vpc_security_group_ingress_rule" "ports" {
              security_group_id = aws_security_group.this.id
              ip_protocol       = "tcp"
              from_port         = 443
              to_port           = 80
              cidr_ipv4         = "10.0.0.0/8"
            }
            """
                .formatted(TestingRuntime.home().resolve("functions/orders/target/orders.jar")));

    assertThat(shown)
        .contains("Unknown field Actions in statement 1; did you mean Action? (line 1, column 39)")
        .contains("with aws_iam_role_policy.misspelt")
        .contains(
            "policy, line 1, column 39: ...012-10-17\",\"Statement\":[{\"Actions\":\"dynamodb:GetItem\"")
        .contains("LimitExceeded: Cannot exceed quota for PolicySize: 6144 [The policy has")
        .contains("shorten or split what the message names")
        .contains("The role defined for the function cannot be assumed by Lambda.")
        .contains("Principal is lambda.amazonaws.com (expected: ec2.amazonaws.com)")
        .contains("it must allow kms:PutKeyPolicy to arn:aws:sts::123456789012:")
        .contains("or to \"AWS\": \"123456789012\" and leave the rest to IAM")
        .contains("a subnet's block is of /28 or larger and lies in its VPC's, 10.77.0.0/16")
        .contains("with aws_subnet.elsewhere")
        .contains("Invalid value 'tcpp' for IP protocol. Unknown protocol. [expected: tcp, udp,")
        .contains("with aws_security_group.protocol")
        .contains("Invalid TCP/UDP port range (443:80)")
        .contains("with aws_vpc_security_group_ingress_rule.ports");
    assertThat(shown.split("Error: ", -1)).hasSize(8);
  }

  @Test
  void aPlanRefusesWhatNeedsNoAccount() throws Exception {
    String shown =
        shown(
            "plan",
            """
            resource "aws_vpc" "this" {
              cidr_block = "10.77.0.5/16"
            }
            resource "aws_vpc_security_group_ingress_rule" "block" {
              security_group_id = "sg-0123456789abcdef0"
              ip_protocol       = "tcp"
              from_port         = 443
              to_port           = 70000
              cidr_ipv4         = "10.0.0.0"
            }
            resource "aws_iam_policy" "cut" {
              policy = "{ \\"Version\\": "
            }
            resource "aws_dynamodb_table" "global" {
              name         = "global"
              billing_mode = "PAY_PER_REQUEST"
              hash_key     = "id"
              attribute {
                name = "id"
                type = "S"
              }
              replica {
                region_name = "eu-west-1"
              }
            }
            resource "aws_s3_bucket" "none" {
            }
            """);

    assertThat(shown)
        .contains("10.77.0.5/16 (expected: no bits after the prefix, as in 10.77.0.0/16)")
        .contains("10.0.0.0 (expected: a.b.c.d/prefix)")
        .contains("expected to_port to be in the range (-1 - 65535), got 70000")
        .contains("\"policy\" contains an invalid JSON: Unexpected end-of-input")
        .contains("replica is not served: global tables are not served")
        .contains("does not support resource type \"aws_s3_bucket\"");
  }

  /**
   * The errors that Terraform prints of a run that fails, in one line: it breaks lines at its own
   * will.
   */
  private String shown(String command, String hcl) throws Exception {
    Configuration configuration = new Configuration(temporary, runtime, hcl);
    List<String> arguments = command.equals("apply") ? List.of("-auto-approve") : List.of();
    TerraformRun run = configuration.run(command, arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    String output = run.output().replaceAll("\\s+", " ");
    return output.substring(output.indexOf("Error: "));
  }
}
