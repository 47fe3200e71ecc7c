package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The case files under {@code conditions}: a condition, a request's facts, whether it holds. */
class ConditionsTest {
  private static final AccountId ACCOUNT = new AccountId("444455556666");

  @TestFactory
  Stream<DynamicTest> holdAsTheCasesSay() {
    return Stream.of("strings", "sets", "types", "variables")
        .flatMap(file -> Cases.read("conditions/" + file + ".json"))
        .map(test -> DynamicTest.dynamicTest(test.toString(), () -> check(test)));
  }

  private static void check(JsonNode test) {
    ObjectNode policy = JsonNodeFactory.instance.objectNode();
    policy.put("Version", test.path("version").asText("2012-10-17"));
    policy
        .putObject("Statement")
        .put("Effect", "Allow")
        .put("Action", "*")
        .put("Resource", "*")
        .set("Condition", test.path("condition"));
    AccessRequest request =
        new AccessRequest(
            Principal.Identity.user("arn:aws:iam::444455556666:user/a/max", ACCOUNT),
            "kms:Decrypt",
            "*",
            ACCOUNT,
            Cases.context(test.path("facts")));
    AttachedPolicy attached = new AttachedPolicy("user", "", Policy.parse(policy.toString()));
    assertThat(Access.identityAndResource(List.of(attached), Optional.empty(), request).allowed())
        .isEqualTo(test.path("holds").asBoolean());
  }
}
