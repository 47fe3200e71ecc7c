package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.gate.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The case files under {@code decisions}: policies, a request, who decides and why. */
class DecisionsTest {
  @TestFactory
  Stream<DynamicTest> decidesAsTheCasesSay() {
    return Stream.of("endpoint", "api", "accounts", "key")
        .flatMap(file -> Cases.read("decisions/" + file + ".json"))
        .map(test -> DynamicTest.dynamicTest(test.path("name").asText(), () -> check(test)));
  }

  private static void check(JsonNode test) {
    AccessRequest request = Cases.request(test.path("request"));
    Decision decision = decide(test, request);
    assertThat(decision.verdict()).isEqualTo(verdict(test, request));
    assertThat(decision.verdict().allowed()).isEqualTo(test.path("allowed").asBoolean());
    assertThat(decision.verdict().rule().owner()).isEqualTo(test.path("owner").asText());
    assertThat(decision.verdict().rule().text()).isEqualTo(test.path("rule").asText());
    if (test.has("reason")) {
      assertThat(decision.verdict())
          .isInstanceOfSatisfying(
              Verdict.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(test.path("reason").asText()));
    }
    if (test.has("aws")) {
      assertThat(decision.awsMessage(request)).isEqualTo(test.path("aws").asText());
    }
  }

  private static Verdict verdict(JsonNode test, AccessRequest request) {
    return switch (test.path("gate").asText()) {
      case "endpoint" -> Access.endpoint(Cases.resource(test).orElseThrow(), request);
      case "resourceOnly" -> Access.resourceOnly(Cases.resource(test).orElseThrow(), request);
      case "key" -> Access.key(Cases.identity(test), Cases.resource(test).orElseThrow(), request);
      default -> Access.identityAndResource(Cases.identity(test), Cases.resource(test), request);
    };
  }

  private static Decision decide(JsonNode test, AccessRequest request) {
    return switch (test.path("gate").asText()) {
      case "endpoint" -> Access.decideEndpoint(Cases.resource(test).orElseThrow(), request);
      case "resourceOnly" -> Access.decideResourceOnly(Cases.resource(test).orElseThrow(), request);
      case "key" ->
          Access.decideKey(Cases.identity(test), Cases.resource(test).orElseThrow(), request);
      default -> Access.decide(Cases.identity(test), Cases.resource(test), request);
    };
  }
}
