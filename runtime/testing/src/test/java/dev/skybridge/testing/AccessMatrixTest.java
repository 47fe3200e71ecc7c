package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.gate.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who does what under which change, and what comes of it: the cases of {@code
 * src/test/resources/access}. A new case needs no Java. {@code -Dskybridge.access=names} takes
 * those of one file, or whose name has this in it.
 */
class AccessMatrixTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();
  private static final AppliedInstances INSTANCES = new AppliedInstances(RUNTIME);
  private static final AccessNames NAMES = new AccessNames(INSTANCES);

  private final AccessActors actors = new AccessActors(RUNTIME, INSTANCES);
  private final AccessJudgement judgement = new AccessJudgement(RUNTIME);

  /** Cases speak of the functions' processes, so they are there first. */
  @BeforeAll
  static void startFunctions() throws IOException {
    String id = Orders.id(RUNTIME.client().send(Orders.tea()));
    assertThat(RUNTIME.client().send(Request.get(Orders.BEVERAGE)).status()).isEqualTo(200);
    assertThat(RUNTIME.client().send(Request.get(Orders.BEVERAGE + "/" + id)).status())
        .isEqualTo(200);
    assertThat(RUNTIME.client().send(Orders.hamburger()).status()).isEqualTo(201);
  }

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  private static List<AccessCase> all() throws IOException {
    return AccessCase.in(
        TestingRuntime.home().resolve(Path.of("runtime/testing/src/test/resources/access")));
  }

  static List<AccessCase> cases() throws IOException {
    String wanted = System.getProperty("skybridge.access", "");
    return all().stream().filter(one -> one.toString().contains(wanted)).toList();
  }

  @Test
  void casesAreManyAndNamedOnce() throws IOException {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(all().stream().map(AccessCase::toString)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void accessIsAsTheRuleSays(AccessCase one) throws Exception {
    AccessOutcome outcome;
    JsonNode expected;
    Optional<String> judged;
    try (AccessChanges changes = new AccessChanges(INSTANCES, NAMES)) {
      one.change().forEach(changes::make);
      expected = NAMES.resolve(one.expect());
      String who = NAMES.resolve(one.who());
      JsonNode does = NAMES.resolve(one.does());
      outcome = actors.ask(who, does);
      judged = ofItems(one) ? Optional.empty() : judgement.gate(who, does);
    }
    try {
      expected.properties().forEach(each -> check(each.getKey(), each.getValue(), outcome));
      if (!expected.has("gate")) {
        assertThat(refusal(outcome)).as("gate that refused").isEqualTo("none");
      }
      if (AccessJudgement.isJudged(one.does(), refusal(outcome))) {
        judged.ifPresent(gate -> assertThat(gate).as("judged").isEqualTo(refusal(outcome)));
      }
    } catch (AssertionError e) {
      throw new AssertionError(one + ": " + e.getMessage(), e);
    }
  }

  /** Whether a policy looks into the items of a request, of which a judgement has none. */
  private static boolean ofItems(AccessCase one) {
    String change = one.change().toString();
    return change.contains("dynamodb:LeadingKeys")
        || change.contains("dynamodb:Attributes")
        || change.contains("dynamodb:Select");
  }

  private static void check(String what, JsonNode wanted, AccessOutcome outcome) {
    switch (what) {
      case "ends" -> assertThat(outcome.ends()).as(what + " " + outcome).isEqualTo(wanted.asText());
      case "status" ->
          assertThat(answer(outcome).status()).as(what + " " + outcome).isEqualTo(wanted.asInt());
      case "body" -> assertThat(answer(outcome).body()).as(what).isEqualTo(wanted.asText());
      case "contains" -> assertThat(answer(outcome).body()).as(what).contains(wanted.asText());
      case "type" ->
          assertThat(answer(outcome).header("x-amzn-ErrorType")).as(what).contains(wanted.asText());
      case "server" ->
          assertThat(answer(outcome).header("Server")).as(what).contains(wanted.asText());
      case "gate" -> assertThat(refusal(outcome)).as(what).isEqualTo(wanted.asText());
      case "rule" ->
          assertThat(outcome.trace().map(Gates::refusing).orElse(""))
              .as(what)
              .endsWith(": " + wanted.asText());
      case "reason" ->
          assertThat(outcome.trace().map(Gates::reason).orElse(""))
              .as(what)
              .contains(wanted.asText());
      default ->
          fail(
              what + " (expected: ends, status, body, contains, type, server, gate, rule, reason)");
    }
  }

  private static Answer answer(AccessOutcome outcome) {
    return outcome.answer().orElseThrow(() -> new AssertionError("no answer: " + outcome));
  }

  private static String refusal(AccessOutcome outcome) {
    return outcome.trace().flatMap(Trace::refusal).map(Gates::name).orElse("none");
  }
}
