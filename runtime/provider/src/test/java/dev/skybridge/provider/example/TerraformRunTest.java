package dev.skybridge.provider.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.provider.registry.Orphans;
import dev.skybridge.provider.testing.Terraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Terraform through the socket. */
class TerraformRunTest {
  private static final String TAGGED =
      """
      provider "aws" {
        region = "eu-central-1"
        default_tags { tags = { Application = "orders" } }
      }
      resource "aws_internet_gateway" "this" {
        vpc_id = "vpc-1"
        tags   = { Name = "%s" }
      }
      """;

  @TempDir Path folder;
  private ExampleProvider provider;
  private Terraform terraform;

  @BeforeEach
  void start() {
    terraform = Terraform.in(folder);
    provider = new ExampleProvider(folder);
    terraform.reattached(provider.server.reattach());
  }

  @AfterEach
  void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  @Test
  void createsChangesInPlaceAndDestroys() {
    terraform.file("main.tf", TAGGED.formatted("one"));
    assertThat(terraform.run("apply", "-auto-approve", "-no-color").output())
        .contains("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");
    var first = provider.inventory.entries().getFirst();
    assertThat(first.id()).matches("igw-0[0-9a-f]{16}");
    assertThat(first.state().text("arn"))
        .isEqualTo("arn:aws:ec2:eu-central-1:111122223333:internet-gateway/" + first.id());
    assertThat(first.state().textMap("tags_all"))
        .containsEntry("Name", "one")
        .containsEntry("Application", "orders");
    assertThat(terraform.run("plan", "-detailed-exitcode", "-no-color").status()).isZero();

    terraform.file("main.tf", TAGGED.formatted("two"));
    assertThat(terraform.run("apply", "-auto-approve", "-no-color").output())
        .contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.");
    assertThat(provider.inventory.entries().getFirst().id()).isEqualTo(first.id());

    assertThat(terraform.run("destroy", "-auto-approve", "-no-color").output())
        .contains("Destroy complete! Resources: 1 destroyed.");
    assertThat(provider.inventory.entries()).isEmpty();
    assertThat(provider.gateways.find(ExampleProvider.SCOPE, first.id())).isEmpty();
  }

  @Test
  void anUnknownArgumentFailsAsOnAws() {
    terraform.file(
        "main.tf", "resource \"aws_internet_gateway\" \"this\" {\n  vpc = \"vpc-1\"\n}\n");
    assertThat(terraform.run("plan", "-no-color").flat())
        .contains("Unsupported argument")
        .contains("An argument named \"vpc\" is not expected here.");
  }

  @Test
  void aWrongTypeFailsAsOnAws() {
    terraform.file(
        "main.tf", "resource \"aws_internet_gateway\" \"this\" {\n  tags = \"one\"\n}\n");
    assertThat(terraform.run("plan", "-no-color").flat())
        .contains("Incorrect attribute value type")
        .contains("Inappropriate value for attribute \"tags\": map of string required");
  }

  @Test
  void aComputedAttributeCannotBeSet() {
    terraform.file(
        "main.tf", "resource \"aws_internet_gateway\" \"this\" {\n  owner_id = \"1\"\n}\n");
    assertThat(terraform.run("plan", "-no-color").flat())
        .contains("Can't configure a value for \"owner_id\"");
  }

  @Test
  void aTypeThatIsNotServedIsAnErrorNamingIt() {
    terraform.file("main.tf", "resource \"aws_sqs_queue\" \"this\" {}\n");
    assertThat(terraform.run("plan", "-no-color").flat())
        .contains("The provider hashicorp/aws does not support resource type \"aws_sqs_queue\".");
  }

  @Test
  void whatAwsRefusesNamesCodeAndArgument() {
    terraform.file(
        "main.tf", "resource \"aws_internet_gateway\" \"this\" {\n  vpc_id = \"none-1\"\n}\n");
    var outcome = terraform.run("apply", "-auto-approve", "-no-color");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.flat())
        .contains(
            "creating aws_internet_gateway: InvalidVpcID.NotFound: The vpc ID 'none-1' does not exist")
        .contains("vpc_id = \"none-1\"")
        .contains("as arn:aws:iam::111122223333:root was refused as AWS refuses it (HTTP 400).");
    assertThat(provider.inventory.entries()).isEmpty();
  }

  @Test
  void anotherAccountIsNotAllowed() {
    terraform.file(
        "main.tf",
        """
        provider "aws" {
          allowed_account_ids = ["444455556666"]
        }
        resource "aws_internet_gateway" "this" {}
        """);
    assertThat(terraform.run("plan", "-no-color").flat())
        .contains("AWS account ID not allowed: 111122223333");
  }

  @Test
  void aRoleThatDoesNotTrustCannotBeAssumed() {
    terraform.file(
        "main.tf",
        """
        provider "aws" {
          assume_role { role_arn = "arn:aws:iam::444455556666:role/a" }
        }
        resource "aws_internet_gateway" "this" {}
        """);
    assertThat(terraform.run("plan", "-no-color").flat())
        .contains("Cannot assume IAM Role")
        .contains("IAM Role (arn:aws:iam::444455556666:role/a) cannot be assumed.")
        .contains("is not authorized to perform: sts:AssumeRole");
  }

  @Test
  void whatNoStateKnowsIsFoundAndImported() throws IOException {
    terraform.file("main.tf", TAGGED.formatted("one"));
    terraform.run("apply", "-auto-approve", "-no-color");
    var state = new ObjectMapper().readTree(folder.resolve("terraform.tfstate").toFile());
    var orphans = new Orphans(provider.registry);
    var entries = provider.inventory.entries();
    assertThat(orphans.of(entries, List.of(state))).isEmpty();

    Files.delete(folder.resolve("terraform.tfstate"));
    assertThat(orphans.of(entries, List.of())).isEqualTo(entries);
    var id = entries.getFirst().id();
    assertThat(Orphans.importLine(entries.getFirst()))
        .isEqualTo("terraform import 'aws_internet_gateway.NAME' '" + id + "'");
    assertThat(terraform.run("import", "-no-color", "aws_internet_gateway.this", id).status())
        .isZero();
    assertThat(terraform.run("plan", "-detailed-exitcode", "-no-color").status()).isZero();
  }
}
