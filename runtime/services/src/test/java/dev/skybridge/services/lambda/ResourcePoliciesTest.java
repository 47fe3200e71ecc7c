package dev.skybridge.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourcePoliciesTest {
  private static final int LIMIT = 20_480;
  private static final Arn FUNCTION =
      Arn.parse("arn:aws:lambda:eu-central-1:444455556666:function:orders");

  private final ResourcePolicies policies = new ResourcePolicies();

  @Test
  void permissionsOfAFunctionHaveTheirLimitTogether() {
    for (int i = 0; i < 40; i++) {
      policies.check(permission("s" + i, 100));
      policies.put(permission("s" + i, 100));
    }
    policies.put(permission("last", 0));
    int left = LIMIT - length();
    policies.remove(FUNCTION, "last");

    policies.check(permission("last", left));
    assertThatThrownBy(() -> policies.check(permission("last", left + 1)))
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.code()).isEqualTo("PolicyLengthExceededException");
              assertThat(e.awsMessage())
                  .isEqualTo("The final policy size (20481) is bigger than the limit (20480).");
            });
    policies.put(permission("last", left));
    assertThat(length()).isEqualTo(LIMIT);
  }

  private int length() {
    return policies.find(FUNCTION).orElseThrow().policy().text().length();
  }

  private static Permission permission(String id, int more) {
    return new Permission(
        FUNCTION,
        id,
        "lambda:InvokeFunction",
        "apigateway.amazonaws.com",
        Optional.of("arn:aws:execute-api:eu-central-1:444455556666:" + "a".repeat(more)),
        Optional.empty(),
        Optional.empty());
  }
}
