package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.gate.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches what is judged by the gates of serving, without sending anything. */
class CheckTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();
  private static final ObjectMapper JSON = new ObjectMapper();

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://beverage.cross-account-microservices.com/v1/orders",
        "https://food.cross-account-microservices.com/v1/orders/x",
        "https://beverage.cross-account-microservices.com/v2/orders",
        "https://beverage.cross-account-microservices.com/v1/secrets"
      })
  void judgementHasTheGatesAndRulesOfTheRequestThatIsSent(String url) throws IOException {
    Answer answer = RUNTIME.client().send(Request.get(url));
    JsonNode judged = check("--from=client", "--to=" + url).path("judged").path(0);

    List<String> sent = new ArrayList<>();
    for (Step step : RUNTIME.trace(answer).steps()) {
      String gate = step.gate().replace(" (connection reused)", "");
      if (isJudged(gate)) {
        sent.add(gate + ": " + step.verdict().rule());
      }
      if (gate.equals("lambda permission")) {
        break;
      }
    }
    assertThat(rules(judged)).isEqualTo(sent);
  }

  /** Which target takes its turn differs, and with it the subnets between which ACLs stand. */
  private static boolean isJudged(String gate) {
    return !AccessJudgement.OF_BYTES.contains(gate)
        && !gate.equals("target group")
        && !gate.startsWith("network ACL");
  }

  private static List<String> rules(JsonNode story) {
    List<String> rules = new ArrayList<>();
    for (String part : List.of("passed", "refused")) {
      for (JsonNode gate : story.path(part)) {
        if (isJudged(gate.path("gate").asText())) {
          rules.add(
              gate.path("gate").asText()
                  + ": "
                  + gate.path("owner").asText()
                  + ": "
                  + gate.path("rule").asText());
        }
      }
    }
    return rules;
  }

  @Test
  void functionOfAnotherAccountIsRefusedWithTheStatementThatCameClose() {
    CommandRun check =
        CommandRun.of(
            RUNTIME,
            "check",
            "--from=food/food-post-order",
            "--to=arn:aws:dynamodb:eu-central-1:444455556666:table/beverage-orders",
            "--method=PutItem");

    assertThat(check.status()).isEqualTo(3);
    assertThat(check.output())
        .startsWith(
            "777788889999/food-post-order: dynamodb:PutItem 444455556666 table/beverage-orders ->"
                + " refused\n")
        .contains("passed   security group egress, ")
        .contains("REFUSED  endpoint policy ")
        .contains("statement 1 (Sid FunctionsOnTheirTable)")
        .contains("module.microservice[\"food\"].aws_vpc_endpoint.dynamodb.policy:4:5 (deployment")
        .containsPattern("infrastructure/modules/microservice/vpc\\.tf:\\d+\\)")
        .contains("expected  Resource: ")
        .contains("found     arn:aws:dynamodb:eu-central-1:444455556666:table/beverage-orders\n")
        .contains("suggestion  let Resource of statement 1 (Sid FunctionsOnTheirTable) of vpce-");
  }

  @Test
  void reachedWayIsStatusZero() {
    CommandRun check =
        CommandRun.of(RUNTIME, "check", "--from=client", "--to=" + Orders.FOOD, "--method=POST");

    assertThat(check.status()).as(check.output()).isZero();
    assertThat(check.output()).contains("-> reaches it\n").contains("No gate refused it.");
  }

  @Test
  void apiWithoutAnInterfaceIsOutOfReach() {
    JsonNode judged =
        check("--from=beverage/beverage-get-order", "--to=" + Orders.FOOD).path("judged");

    assertThat(judged.path(0).path("refused").path(0).path("gate").asText()).isEqualTo("DNS");
    JsonNode account = check("--from=food", "--to=" + Orders.FOOD).path("judged").path(0);
    assertThat(account.path("refused").path(0).path("gate").asText())
        .isEqualTo("network interface");
  }

  @Test
  void keyIsUsedWhereItsPolicyConsents() {
    String key = "arn:aws:kms:eu-central-1:111122223333:alias/cross-account-microservices";

    JsonNode owner = check("--from=consumer", "--to=" + key, "--method=Decrypt");
    assertThat(owner.path("reaches").asBoolean()).isTrue();
    JsonNode stranger = check("--from=food", "--to=" + key);
    assertThat(stranger.path("judged").size()).isEqualTo(3);
    for (JsonNode judged : stranger.path("judged")) {
      assertThat(judged.path("refused").path(0).path("gate").asText()).isEqualTo("key policy");
    }
  }

  @Test
  void functionIsInvokedByItsOwnAccountOnly() {
    String function = "arn:aws:lambda:eu-central-1:777788889999:function:food-get-order";

    assertThat(check("--from=food", "--to=" + function).path("reaches").asBoolean()).isTrue();
    JsonNode refused = check("--from=beverage", "--to=" + function).path("judged").path(0);
    assertThat(refused.path("refused").path(0).path("gate").asText())
        .isEqualTo("lambda authorization");
    assertThat(
            check("--from=food/food-get-order", "--to=" + function)
                .path("judged")
                .path(0)
                .path("refused")
                .path(0)
                .path("gate")
                .asText())
        .isEqualTo("route");
  }

  @Test
  void mistypedGoalOrRoleGetsTheNearOne() {
    assertThat(
            CommandRun.of(
                    RUNTIME,
                    "check",
                    "--from=client",
                    "--to=arn:aws:lambda:eu-central-1:777788889999:function:food-get-ordr")
                .output())
        .contains("food-get-ordr: there is no such thing; did you mean arn:aws:lambda:")
        .contains(":function:food-get-order?");
    assertThat(
            CommandRun.of(
                    RUNTIME, "check", "--from=client", "--as=food-get-ordr", "--to=" + Orders.FOOD)
                .output())
        .contains("role food-get-ordr: there is none; did you mean food-get-order?");
  }

  @Test
  void mistypedNameGetsTheNearOne() {
    assertThat(CommandRun.of(RUNTIME, "check", "--from=clint", "--to=" + Orders.FOOD).output())
        .contains("--from clint: nobody is named so; did you mean client?");
    assertThat(CommandRun.of(RUNTIME, "logs", "food-pst-order").output())
        .contains("did you mean food-post-order?");
    assertThat(CommandRun.of(RUNTIME, "terraform", "fod", "plan").output())
        .contains("did you mean food?");
  }

  @Test
  void matrixIsThatOfTheDocument() throws IOException {
    JsonNode matrix = json(CommandRun.of(RUNTIME, "check", "--matrix", "--json"));

    List<String> reached = new ArrayList<>();
    matrix
        .path("reached")
        .forEach(cell ->
            reached.add(
                cell.path("from").asText()
                    + " | "
                    + cell.path("action").asText()
                    + " | "
                    + cell.path("to").asText()));
    assertThat(reached).containsExactlyInAnyOrderElementsOf(expected());
    int refused = 0;
    for (JsonNode count : matrix.path("refusedByGate")) {
      refused += count.asInt();
    }
    assertThat(refused + reached.size())
        .isEqualTo(matrix.path("actors").size() * matrix.path("goals").size());
  }

  @Test
  void matrixListsEachRefusedCellWithItsGateOnDemand() {
    JsonNode matrix = json(CommandRun.of(RUNTIME, "check", "--matrix", "--all", "--json"));

    assertThat(matrix.path("refused").size() + matrix.path("reached").size())
        .isEqualTo(matrix.path("actors").size() * matrix.path("goals").size());
    assertThat(matrix.path("refused")).allMatch(cell -> !cell.path("gate").asText().isEmpty());
  }

  private static List<String> expected() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CheckTest.class.getResourceAsStream("reached.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static JsonNode check(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return json(CommandRun.of(RUNTIME, "check", all.toArray(String[]::new)));
  }

  private static JsonNode json(CommandRun run) {
    try {
      return JSON.readTree(run.output());
    } catch (IOException e) {
      throw new AssertionError(run.output(), e);
    }
  }
}
