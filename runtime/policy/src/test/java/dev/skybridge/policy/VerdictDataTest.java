package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.NearMiss;
import dev.skybridge.gate.Rule;
import dev.skybridge.gate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a verdict tells of a policy: place, near misses, remedy. */
class VerdictDataTest {
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Sid": "Read", "Effect": "Allow", "Principal": "*",
           "Action": "dynamodb:GetItem", "Resource": "*",
           "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1"}}},
          {"Effect": "Deny", "Principal": "*", "Action": "dynamodb:DeleteItem", "Resource": "*"}
        ]
      }
      """;

  private static Verdict decide(String action, String endpoint) {
    AccessRequest request =
        new AccessRequest(
            new Principal.Anonymous(),
            action,
            "arn:aws:dynamodb:eu-central-1:111122223333:table/orders",
            new AccountId("111122223333"),
            Context.builder().put("aws:SourceVpce", endpoint).build());
    return Access.endpoint(new AttachedPolicy("vpce-1", "", Policy.parse(POLICY)), request);
  }

  @Test
  void allowingStatementHasItsPlaceInTheText() {
    assertThat(decide("dynamodb:GetItem", "vpce-1").rule())
        .isEqualTo(new Rule("vpce-1", "statement 1 (Sid Read)", "line 4, column 5"));
  }

  @Test
  void denyIsDeliberateAndHasNoRemedy() {
    assertThat(decide("dynamodb:DeleteItem", "vpce-1"))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              assertThat(refused.deliberate()).isTrue();
              assertThat(refused.rule().position()).isEqualTo("line 7, column 5");
              assertThat(refused.remedy()).isEmpty();
              assertThat(refused.near()).isEmpty();
            });
  }

  @Test
  void silenceTellsTheStatementThatCameNearAndWhatOfItFailed() {
    assertThat(decide("dynamodb:GetItem", "vpce-2"))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              assertThat(refused.deliberate()).isFalse();
              assertThat(refused.near().getFirst())
                  .isEqualTo(
                      new NearMiss(
                          new Rule("vpce-1", "statement 1 (Sid Read)", "line 4, column 5"),
                          "aws:SourceVpce",
                          "line 6, column 37",
                          "StringEquals vpce-1",
                          "vpce-2",
                          0));
              assertThat(refused.remedy())
                  .isEqualTo(
                      "let aws:SourceVpce of statement 1 (Sid Read) of vpce-1 take vpce-2 too");
            });
  }

  @Test
  void statementsAboutOtherServicesCameCloseToNothing() {
    Policy policy =
        Policy.parse(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Logs", "Effect": "Allow", "Action": "logs:*", "Resource": "*"},
              {"Sid": "Read", "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*"},
              {"Sid": "Query", "Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*"}]}
            """);
    AccountId account = new AccountId("111122223333");
    Decision decision =
        Access.decide(
            PrincipalPolicies.of(List.of(new AttachedPolicy("role/waiter", "", policy))),
            ResourcePolicies.none(),
            new AccessRequest(
                Principal.Identity.user("arn:aws:iam::111122223333:user/waiter", account),
                "dynamodb:PutItem",
                "arn:aws:dynamodb:eu-central-1:111122223333:table/orders",
                account,
                Context.empty()));
    assertThat(decision.nearStatements())
        .extracting(near -> near.statement().sid().orElseThrow())
        .containsExactly("Read", "Query");
  }
}
