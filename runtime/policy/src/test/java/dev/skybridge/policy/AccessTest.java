package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Verdict;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final AccountId BEVERAGE = new AccountId("444455556666");
  private static final String API =
      "arn:aws:execute-api:eu-central-1:444455556666:a1b2c3d4e5/v1/GET/orders";

  @Test
  void namesTheNearestStatementAndWhatFailed() {
    Policy policy =
        Policy.parse(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "OnlyThroughEndpoint", "Effect": "Allow", "Principal": "*",
               "Action": "execute-api:Invoke", "Resource": "*",
               "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1"}}}]}
            """);
    AccessRequest request =
        new AccessRequest(
            new Principal.Anonymous(),
            "execute-api:Invoke",
            API,
            BEVERAGE,
            Context.builder().put("aws:sourcevpce", "vpce-2").build());

    assertThat(Access.resourceOnly(new AttachedPolicy("api-1", "", policy), request))
        .isEqualTo(
            Verdict.refuse(
                "api-1",
                "no matching Allow; nearest statement 1 (Sid OnlyThroughEndpoint)",
                "no statement allows execute-api:Invoke on "
                    + API
                    + " to anonymous; nearest is statement 1 (Sid OnlyThroughEndpoint):"
                    + " aws:SourceVpce is vpce-2 (expected: StringEquals vpce-1)"));
  }
}
