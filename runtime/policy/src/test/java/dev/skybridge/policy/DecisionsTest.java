package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.gate.Verdict;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The case files under {@code decisions}: policies, a request, who decides and why. */
class DecisionsTest {
  @TestFactory
  Stream<DynamicTest> decidesAsTheCasesSay() {
    return Stream.of(
            "endpoint",
            "api",
            "accounts",
            "key",
            "boundary",
            "session",
            "organization",
            "invocation",
            "principals")
        .flatMap(file -> Cases.read("decisions/" + file + ".json"))
        .map(test -> DynamicTest.dynamicTest(test.path("name").asText(), () -> check(test)));
  }

  private static void check(JsonNode test) {
    AccessRequest request = Cases.request(test.path("request"));
    Decision decision = decide(test, request);
    assertThat(decision.verdict().allowed()).isEqualTo(test.path("allowed").asBoolean());
    assertThat(decision.verdict().rule().owner()).isEqualTo(test.path("owner").asText());
    assertThat(decision.verdict().rule().text()).isEqualTo(test.path("rule").asText());
    if (test.has("reason")) {
      assertThat(decision.verdict())
          .isInstanceOfSatisfying(
              Verdict.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(test.path("reason").asText()));
    }
    if (test.has("cause")) {
      assertThat(decision.cause()).hasToString(test.path("cause").asText());
    }
    if (test.has("near")) {
      assertThat(decision.nearStatements().stream().map(NearStatement::reason).toList())
          .isEqualTo(texts(test.path("near")));
    }
    if (test.has("conditions")) {
      assertThat(
              decision.deciding().getFirst().conditions().stream()
                  .map(ConditionFact::text)
                  .toList())
          .isEqualTo(texts(test.path("conditions")));
    }
    if (test.has("aws")) {
      assertThat(decision.awsMessage(request)).isEqualTo(test.path("aws").asText());
    }
  }

  private static Decision decide(JsonNode test, AccessRequest request) {
    PrincipalPolicies principal = Cases.principalPolicies(test);
    ResourcePolicies resource = Cases.resourcePolicies(test);
    return switch (test.path("gate").asText()) {
      case "endpoint" -> Access.decideEndpoint(resource.own().orElseThrow(), request);
      case "gatewayEndpoint" -> Access.decideGatewayEndpoint(resource.own().orElseThrow(), request);
      case "resourceOnly" -> Access.decideResourceOnly(resource.own().orElseThrow(), request);
      case "key" -> Access.decideKey(principal, resource, request);
      case "invocation" -> Access.decideInvocation(principal, resource.own(), request);
      default -> Access.decide(principal, resource, request);
    };
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
