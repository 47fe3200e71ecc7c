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

  /** The remedy where {@code owner}'s policy has one statement, and this principal asks. */
  private static String remedy(PolicyType type, String owner, String statement, Principal who) {
    AccessRequest request =
        new AccessRequest(
            who,
            "dynamodb:PutItem",
            "arn:aws:dynamodb:eu-central-1:111122223333:table/orders",
            new AccountId("111122223333"),
            Context.empty());
    AttachedPolicy policy =
        new AttachedPolicy(
            owner,
            "",
            Policy.parse(
                "{'Statement': [".replace('\'', '"') + statement.replace('\'', '"') + "]}"));
    Decision decision =
        switch (type) {
          case GATEWAY_ENDPOINT -> Access.decideGatewayEndpoint(policy, request);
          case IDENTITY ->
              Access.decide(
                  PrincipalPolicies.of(List.of(policy)), ResourcePolicies.none(), request);
          case RESOURCE,
              PERMISSIONS_BOUNDARY,
              SESSION,
              SERVICE_CONTROL,
              RESOURCE_CONTROL,
              VPC_ENDPOINT ->
              Access.decideResourceOnly(policy, request);
        };
    return decision.verdict() instanceof Verdict.Refused refused ? refused.remedy() : "allowed";
  }

  private static final Principal WAITER =
      Principal.Identity.session(
          "arn:aws:sts::111122223333:assumed-role/waiter/s",
          "arn:aws:iam::111122223333:role/waiter",
          new AccountId("111122223333"));

  @Test
  void anAwsManagedPolicyIsNotToBeChanged() {
    assertThat(
            remedy(
                PolicyType.IDENTITY,
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                "{'Effect': 'Allow', 'Action': 'dynamodb:GetItem', 'Resource': '*'}",
                WAITER))
        .isEqualTo(
            "give arn:aws:iam::111122223333:role/waiter a policy that allows dynamodb:PutItem on"
                + " arn:aws:dynamodb:eu-central-1:111122223333:table/orders");
  }

  @Test
  void nobodySignedAnUnsignedRequest() {
    assertThat(
            remedy(
                PolicyType.RESOURCE,
                "table",
                "{'Effect': 'Allow', 'Principal': {'AWS': '111122223333'}, 'Action':"
                    + " 'dynamodb:PutItem', 'Resource': '*'}",
                new Principal.Anonymous()))
        .isEqualTo(
            "sign the request, or make Principal of statement 1 of table \"*\": nobody signed");
  }

  @Test
  void aGatewayEndpointNamesRolesInACondition() {
    assertThat(
            remedy(
                PolicyType.GATEWAY_ENDPOINT,
                "vpce-1",
                "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/waiter'},"
                    + " 'Action': 'dynamodb:PutItem', 'Resource': '*'}",
                WAITER))
        .isEqualTo(
            "make Principal of statement 1 of vpce-1 \"*\" and name"
                + " arn:aws:iam::111122223333:role/waiter in a condition on aws:PrincipalArn: the"
                + " policy of a gateway endpoint allows nobody by name but root users");
  }
}
