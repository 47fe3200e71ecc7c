package dev.skybridge.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentsTest {
  @TempDir private Path infrastructure;

  @BeforeEach
  void writeInfrastructure() throws IOException {
    Path consumer = Files.createDirectories(infrastructure.resolve("consumer"));
    Path accounts = Files.createDirectories(infrastructure.resolve("microservices/accounts"));
    Files.writeString(
        consumer.resolve("terraform.tfvars"),
        "account_id = \"111122223333\"\nregion = \"eu-west-1\"\n");
    String region = "variable \"region\" {\n  type    = string\n  default = \"eu-central-1\"\n}\n";
    Files.writeString(consumer.resolve("variables.tf"), region);
    Files.writeString(infrastructure.resolve("microservices/variables.tf"), region);
    Files.writeString(accounts.resolve("food.tfvars"), "account_id   = \"777788889999\"\n");
    Files.writeString(accounts.resolve("beverage.tfvars"), "account_id = \"444455556666\"\n");
  }

  @Test
  void deploymentsAreFoundByTheirFilesConsumerFirst() {
    List<Deployment> all = Deployments.in(infrastructure).all();
    assertThat(all).extracting(Deployment::name).containsExactly("consumer", "beverage", "food");
    assertThat(all)
        .extracting(Deployment::account)
        .containsExactly("111122223333", "444455556666", "777788889999");
    assertThat(all)
        .extracting(Deployment::region)
        .containsExactly("eu-west-1", "eu-central-1", "eu-central-1");
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    Deployments deployments = Deployments.in(infrastructure);
    assertThatThrownBy(() -> deployments.named("drinks"))
        .isInstanceOfSatisfying(
            dev.skybridge.app.UserError.class,
            error -> assertThat(error.remedy()).isEqualTo("Use one of: consumer, beverage, food."));
  }

  @Test
  void aFileWithoutAnAccountIsNamed() throws IOException {
    Path file = infrastructure.resolve("microservices/accounts/food.tfvars");
    Files.writeString(file, "account_id = \"12\"\n");
    assertThatThrownBy(() -> Deployments.in(infrastructure))
        .hasMessage(file + ": names no account_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "", "-x", "consumer", "a\nb", "a b"})
  void aFileWhoseNameIsNoDeploymentsIsNamed(String name) throws IOException {
    Path file = infrastructure.resolve("microservices/accounts/" + name + ".tfvars");
    Files.writeString(file, "account_id = \"123412341234\"\n");
    assertThatThrownBy(() -> Deployments.in(infrastructure))
        .hasMessageStartingWith(file + ": its name is no deployment's");
  }

  @Test
  void variablesGoBehindTheCommandsThatEvaluate() {
    Deployment food = Deployments.in(infrastructure).named("food");
    String option = "-var-file=" + infrastructure.resolve("microservices/accounts/food.tfvars");
    assertThat(Terraform.withVariables(food, List.of("plan", "-out=x")))
        .containsExactly("plan", option, "-out=x");
    assertThat(Terraform.withVariables(food, List.of("apply", "saved.plan")))
        .containsExactly("apply", "saved.plan");
    assertThat(Terraform.withVariables(food, List.of("apply", "-auto-approve", "-var", "a=b")))
        .hasSize(5)
        .element(1)
        .asString()
        .startsWith("-var-file=");
    assertThat(Terraform.withVariables(food, List.of("state", "list")))
        .containsExactly("state", "list");
  }

  @Test
  void aWorkspaceLinksTheRootAndKeepsItsStateElsewhere(@TempDir Path data) throws IOException {
    Deployment food = Deployments.in(infrastructure).named("food");
    Workspace workspace =
        new Workspace(dev.skybridge.app.data.DataFolder.at(data.resolve("d")), food);
    workspace.refresh();
    workspace.refresh();
    assertThat(workspace.folder().resolve("variables.tf")).isSymbolicLink().exists();
    assertThat(workspace.folder().resolve("skybridge_override.tf"))
        .content()
        .contains(workspace.state().toString());
    assertThat(food.root()).isDirectoryNotContaining("glob:**terraform.tfstate");
  }
}
