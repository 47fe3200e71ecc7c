package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Snapshots;
import dev.skybridge.app.deployment.StateFile;
import dev.skybridge.app.deployment.Workspace;
import dev.skybridge.gate.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real Terraform on the runtime: what it applies runs, what it changes changes at once. */
@EnabledIf(value = TerraformPresence.CONDITION, disabledReason = TerraformPresence.OTHERWISE)
class TerraformTest {
  private static final String GATEWAY_TIME_OUT =
      """
      <html>\r
      <head><title>504 Gateway Time-out</title></head>\r
      <body>\r
      <center><h1>504 Gateway Time-out</h1></center>\r
      </body>\r
      </html>\r
      """;

  private static TestingRuntime runtime;

  @TempDir private Path temporary;

  @BeforeAll
  static void apply() throws InterruptedException {
    runtime = TestingRuntime.empty();
    runtime.apply();
  }

  @AfterAll
  static void close() {
    runtime.close();
  }

  @Test
  void appliedInfrastructureTakesOrders() throws IOException {
    String tea = Orders.id(runtime.client().send(Orders.tea()));
    String hamburger = Orders.id(runtime.client().send(Orders.hamburger()));

    assertThat(Orders.listed(runtime.client(), Orders.BEVERAGE)).contains(tea);
    assertThat(Orders.listed(runtime.client(), Orders.FOOD)).contains(hamburger);
  }

  @Test
  void planAfterApplyHasNoChanges() throws InterruptedException {
    for (Deployment deployment : runtime.deployments().all()) {
      TerraformRun plan = runtime.terraform(deployment.name(), "plan", "-detailed-exitcode");

      assertThat(plan.status()).as(plan.output()).isZero();
    }
  }

  @Test
  void committedSnapshotIsWhatAnApplyMakes() {
    Snapshots committed =
        new Snapshots(TestingRuntime.home().resolve("infrastructure").resolve("snapshot"));
    List<StateFile> made = new ArrayList<>();
    List<StateFile> kept = new ArrayList<>();
    for (Deployment deployment : runtime.deployments().all()) {
      Path state = new Workspace(runtime.data(), deployment).state();
      made.add(Snapshots.strip(StateFile.read(state)));
      kept.add(committed.read(deployment).orElseThrow());
    }

    assertThat(States.difference(kept, made))
        .as("infrastructure/snapshot (-) and an apply (+); ./skybridge snapshot writes it again")
        .isEmpty();
  }

  @Test
  void loadBalancerKeptFromItsTargetAnswersTimeOut() throws Exception {
    String rule = "-target=aws_vpc_security_group_ingress_rule.vpc_endpoint";
    Request list = Request.get(Orders.BEVERAGE);
    runtime.terraform("consumer", "destroy", "-auto-approve", rule).orThrow();
    try {
      // A standing connection may carry on, as on AWS; a health check ends it soon.
      List<Answer> answers = new ArrayList<>();
      Await.until(
          "no standing connection is left",
          () -> {
            answers.add(runtime.client().send(list));
            return answers.getLast().status() != 200;
          });
      Answer answer = answers.getLast();
      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.body()).isEqualTo(GATEWAY_TIME_OUT);
      assertThat(answer.header("Server")).contains("awselb/2.0");
      Trace trace = runtime.lastTrace();
      assertThat(Gates.refusing(trace)).isEqualTo("security group ingress: no ingress rule");
      assertThat(trace.outcome()).isEqualTo("504");
    } finally {
      runtime.terraform("consumer", "apply", "-auto-approve").orThrow();
    }
    assertThat(runtime.client().send(list).status()).isEqualTo(200);
  }

  @Test
  void accountTakenOutOfTheEndpointPolicyIsRefusedThere() throws Exception {
    String api = runtime.outputs("food").at("/microservices/value/food/rest_api_id").asText();
    String beverageOnly =
        "-var=microservices={beverage={account_id=\"444455556666\",rule_priority=20}}";
    runtime.terraform("consumer", "apply", "-auto-approve", beverageOnly).orThrow();
    try {
      Answer answer =
          runtime.client().send(Request.get(Orders.BEVERAGE).with("x-apigw-api-id", api));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("x-amzn-ErrorType")).contains("AccessDeniedException");
      assertThat(answer.body())
          .isEqualTo(
              "{\"Message\":\"User: anonymous is not authorized to perform: execute-api:Invoke on"
                  + " resource: arn:aws:execute-api:eu-central-1:********9999:"
                  + api
                  + "/v1/GET/orders because no VPC endpoint policy allows the execute-api:Invoke"
                  + " action\"}");
      assertThat(Gates.refusing(runtime.trace(answer))).startsWith("endpoint policy: ");
      assertThat(runtime.client().send(Request.get(Orders.BEVERAGE)).status()).isEqualTo(200);
    } finally {
      runtime.terraform("consumer", "apply", "-auto-approve").orThrow();
    }
    assertThat(runtime.client().send(Request.get(Orders.FOOD)).status()).isEqualTo(200);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("resource aws_sqs_queue q { name = \"q\" }", "aws_sqs_queue"),
        Arguments.of("resource aws_vpc v { cidr_block = \"192.168.0.0/33\" }", "192.168.0.0/33"),
        Arguments.of("resource aws_vpc v { cider_block = \"192.168.0.0/16\" }", "cider_block"),
        Arguments.of(
            """
            resource aws_api_gateway_rest_api a {
              name = "a"
              body = "openapi: 3.0.1: nonsense"
            }
            """,
            "aws_api_gateway_rest_api.a"),
        Arguments.of(
            """
            resource aws_iam_role r {
              assume_role_policy = "{\\"Statement\\":7}"
            }
            """,
            "aws_iam_role.r"),
        Arguments.of(
            """
            resource aws_lambda_function f {
              function_name = "f"
              runtime       = "java21"
              handler       = "a.B"
              filename      = "missing.jar"
              role          = "arn:aws:iam::123456789012:role/r"
            }
            """,
            "missing.jar"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatCannotBeAppliedIsAnErrorThatNamesIt(String hcl, String named) throws Exception {
    TerraformRun apply = new Configuration(temporary, runtime, hcl).run("apply", "-auto-approve");

    assertThat(apply.status()).isEqualTo(1);
    assertThat(apply.output()).contains("Error: ").contains(named);
  }

  @Test
  void argumentWithoutEffectIsWarnedOf() throws Exception {
    Configuration configuration =
        new Configuration(
            temporary,
            runtime,
            """
            resource "aws_vpc" "v" {
              cidr_block                           = "10.9.0.0/16"
              enable_network_address_usage_metrics = true
            }
            """);

    TerraformRun plan = configuration.run("plan");
    assertThat(plan.status()).as(plan.output()).isZero();
    assertThat(plan.output())
        .contains("Warning: ")
        .contains("enable_network_address_usage_metrics");
  }

  @Test
  void applyLeavesTheSourcesAlone() {
    for (Deployment deployment : runtime.deployments().all()) {
      assertThat(Files.exists(deployment.root().resolve("terraform.tfstate"))).isFalse();
      assertThat(Files.exists(deployment.root().resolve(".terraform"))).isFalse();
    }
  }
}
