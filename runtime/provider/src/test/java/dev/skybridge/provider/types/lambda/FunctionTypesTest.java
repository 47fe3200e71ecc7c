package dev.skybridge.provider.types.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.testing.Terraform;
import dev.skybridge.provider.testing.Terraform.Outcome;
import dev.skybridge.services.ec2.Ec2Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Terraform sees of functions, permissions, log groups and tables. */
class FunctionTypesTest {
  @TempDir Path folder;

  private FunctionServices services;
  private ProviderServer server;
  private Terraform terraform;

  @BeforeEach
  void start() throws IOException {
    services = new FunctionServices(folder);
    server =
        ProviderServer.start(
            services.registry(),
            FunctionServices.HOME,
            (caller, request) -> {
              throw new IllegalStateException("no roles here");
            },
            folder.resolve("run/aws.sock"));
    terraform =
        Terraform.in(Files.createDirectories(folder.resolve("root"))).reattached(server.reattach());
  }

  @AfterEach
  void stop() {
    server.close();
    services.close();
  }

  @Test
  void whatAwsRefusesIsRefusedInItsWords() {
    services.mayCreateInterfaces = false;
    terraform.file(
        "main.tf",
        """
        provider "aws" {
          region = "eu-central-1"
        }
        locals {
          role = "%s"
        }
        resource "aws_lambda_function" "package" {
          function_name = "package"
          role          = local.role
          runtime       = "java21"
          handler       = "Probe"
          filename      = "/nowhere/orders.jar"
        }
        resource "aws_lambda_function" "role" {
          function_name = "role"
          role          = "arn:aws:iam::111122223333:role/nobody"
          runtime       = "java21"
          handler       = "Probe"
          filename      = "package.jar"
        }
        resource "aws_lambda_function" "language" {
          function_name = "language"
          role          = local.role
          runtime       = "python3.13"
          handler       = "probe.handle"
          filename      = "package.jar"
        }
        resource "aws_lambda_function" "variable" {
          function_name = "variable"
          role          = local.role
          runtime       = "java21"
          handler       = "Probe"
          filename      = "package.jar"
          environment {
            variables = { AWS_REGION = "eu-west-1" }
          }
        }
        resource "aws_lambda_function" "subnet" {
          function_name = "subnet"
          role          = local.role
          runtime       = "java21"
          handler       = "Probe"
          filename      = "package.jar"
          vpc_config {
            subnet_ids         = ["subnet-0fffffffffffffff"]
            security_group_ids = ["sg-0123456789abcdef0"]
          }
        }
        resource "aws_lambda_function" "rights" {
          function_name = "rights"
          role          = local.role
          runtime       = "java21"
          handler       = "Probe"
          filename      = "package.jar"
          vpc_config {
            subnet_ids         = ["subnet-0123456789abcdef0"]
            security_group_ids = ["sg-0123456789abcdef0"]
          }
        }
        resource "aws_lambda_permission" "nobody" {
          action        = "lambda:InvokeFunction"
          function_name = "nobody"
          principal     = "apigateway.amazonaws.com"
        }
        resource "aws_cloudwatch_log_group" "twice" {
          count = 2
          name  = "/twice"
        }
        resource "aws_dynamodb_table" "keys" {
          name         = "keys"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "other"
            type = "S"
          }
        }
        """
            .formatted(FunctionServices.ROLE));
    Outcome outcome = terraform.run("apply", "-auto-approve", "-no-color");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.flat())
        .contains("open /nowhere/orders.jar: no such file or directory")
        .contains("The role defined for the function cannot be assumed by Lambda.")
        .contains("The runtime python3.13 is not served here")
        .contains("Reserved keys used in this request: AWS_REGION")
        .contains("EC2 Error Code: InvalidSubnetID.NotFound")
        .contains("does not have permissions to call CreateNetworkInterface on EC2")
        .contains("Function not found: arn:aws:lambda:eu-central-1:111122223333:function:nobody")
        .contains("The specified log group already exists")
        .contains("Some index key attributes are not defined in AttributeDefinitions");
    assertThat(services.lambda.functions()).isEmpty();
  }

  @Test
  void aFunctionComesStaysAndGoesWithItsInterfaces() {
    terraform.file(
        "main.tf",
        """
        provider "aws" {
          region = "eu-central-1"
        }
        resource "aws_lambda_function" "orders" {
          function_name    = "orders"
          role             = "%s"
          runtime          = "java21"
          handler          = "dev.skybridge.Nobody"
          filename         = "package.jar"
          source_code_hash = "anything"
          vpc_config {
            subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
            security_group_ids = ["sg-0123456789abcdef0"]
          }
        }
        resource "aws_lambda_permission" "orders" {
          statement_id  = "AllowApiGateway"
          action        = "lambda:InvokeFunction"
          function_name = aws_lambda_function.orders.function_name
          principal     = "apigateway.amazonaws.com"
        }
        resource "aws_cloudwatch_log_group" "orders" {
          name = "/aws/lambda/orders"
        }
        resource "aws_dynamodb_table" "orders" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "id"
            type = "S"
          }
          point_in_time_recovery {
            enabled = true
          }
        }
        """
            .formatted(FunctionServices.ROLE));
    Outcome outcome = terraform.run("apply", "-auto-approve", "-no-color");

    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.flat())
        .contains("Handler class not found in the package")
        .contains("dev.skybridge.Nobody is not in package.jar")
        .contains("point_in_time_recovery");
    assertThat(services.lambda.policy(services.lambda.functions().getFirst().arn())).isPresent();
    assertThat(services.ec2.all(Ec2Record.NetworkInterface.class)).hasSize(2);
    Outcome again = terraform.run("plan", "-detailed-exitcode", "-no-color");
    assertThat(again.status()).as(again.output()).isZero();

    Outcome destroyed = terraform.run("destroy", "-auto-approve", "-no-color");
    assertThat(destroyed.status()).as(destroyed.output()).isZero();
    assertThat(services.lambda.functions()).isEmpty();
    assertThat(services.ec2.all(Ec2Record.NetworkInterface.class)).isEmpty();
  }
}
