package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The case files under {@code malformed}: a policy's lines and the whole message. */
class MalformedTest {
  private static final Map<String, Dialect> DIALECTS =
      Map.of(
          "ANY", Dialect.ANY,
          "IDENTITY", Dialect.IDENTITY,
          "INLINE", Dialect.INLINE,
          "SESSION", Dialect.SESSION,
          "TRUST", Dialect.TRUST,
          "RESOURCE", Dialect.RESOURCE,
          "SERVICE_CONTROL", Dialect.SERVICE_CONTROL,
          "RESOURCE_CONTROL", Dialect.RESOURCE_CONTROL);

  @TestFactory
  Stream<DynamicTest> refusesAsTheCasesSay() {
    return Stream.of("grammar", "kinds", "conditions", "organization")
        .flatMap(file -> Cases.read("malformed/" + file + ".json"))
        .map(test -> DynamicTest.dynamicTest(test.path("name").asText(), () -> check(test)));
  }

  private static void check(JsonNode test) {
    String json =
        StreamSupport.stream(test.path("policy").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("\n"));
    Dialect dialect = Objects.requireNonNull(DIALECTS.get(test.path("kind").asText("ANY")));
    assertThatThrownBy(() -> Policy.parse(json, dialect))
        .isInstanceOf(MalformedPolicyException.class)
        .hasMessage(test.path("message").asText());
  }
}
