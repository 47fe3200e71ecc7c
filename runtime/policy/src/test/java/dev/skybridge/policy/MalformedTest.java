package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The case files under {@code malformed}: a policy's lines and the whole message. */
class MalformedTest {
  @TestFactory
  Stream<DynamicTest> refusesAsTheCasesSay() {
    return Stream.of("grammar", "kinds", "conditions")
        .flatMap(file -> Cases.read("malformed/" + file + ".json"))
        .map(test -> DynamicTest.dynamicTest(test.path("name").asText(), () -> check(test)));
  }

  private static void check(JsonNode test) {
    String json =
        StreamSupport.stream(test.path("policy").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("\n"));
    Dialect dialect = new Dialect(Dialect.Kind.valueOf(test.path("kind").asText("ANY")), Set.of());
    assertThatThrownBy(() -> Policy.parse(json, dialect))
        .isInstanceOf(MalformedPolicyException.class)
        .hasMessage(test.path("message").asText());
  }
}
