package dev.skybridge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a policy knows of the text that it was read from. */
class PolicyTextTest {
  private static final String TEXT =
      """
      {"Version": "2012-10-17",
       "Statement": [
         {"Effect": "Allow", "Action": "s3:*",
          "Resource": "arn:aws:s3:::b/${aws:username}/${aws:PrincipalTag/team, 'none'}",
          "Condition": {"StringEquals": {"aws:SourceVpce": "${aws:USERNAME}"}}},
         {"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"}]}
      """;

  @Test
  void theTextIsKeptLetterForLetter() {
    Policy policy = Policy.parse(TEXT);
    assertThat(policy.text()).isEqualTo(TEXT);
    assertThat(Policy.parse(policy.toString())).hasToString(policy.toString());
  }

  @Test
  void aPolicyThatWasNotReadIsPrinted() {
    Policy policy =
        new Policy(Optional.of("2012-10-17"), Optional.empty(), Policy.parse(TEXT).statements());
    assertThat(policy.text()).isEqualTo(policy.toString());
  }

  @Test
  void aStatementEndsAfterItsClosingBrace() {
    Policy policy = Policy.parse(TEXT);
    assertThat(policy.statements())
        .extracting(Statement::position)
        .containsExactly(new Position(3, 4), new Position(6, 4));
    assertThat(policy.statements())
        .extracting(policy::end)
        .containsExactly(new Position(5, 74), new Position(6, 68));
  }

  @Test
  void theKeysOfConditionsAndVariablesAreAskedFor() {
    assertThat(Policy.parse(TEXT).contextKeys())
        .containsExactly("aws:username", "aws:PrincipalTag/team", "aws:SourceVpce");
    assertThat(Policy.parse(TEXT.replace("2012", "2008")).contextKeys())
        .as("variables are plain text in the old version")
        .containsExactly("aws:SourceVpce");
  }

  @Test
  void aSimulatedPolicyMayAskForAnyKey() {
    String text = TEXT.replace("aws:SourceVpce", "aws:MultiFactorAuthAge");
    assertThatThrownBy(() -> Policy.parse(text, Dialect.IDENTITY))
        .hasMessageContaining("aws:MultiFactorAuthAge is not evaluated here");
    assertThat(Policy.parse(text, Dialect.IDENTITY.withAnyKey()).contextKeys())
        .contains("aws:MultiFactorAuthAge");
  }

  @Test
  void allStatementsThatMatchAreTold() {
    Policy policy = Policy.parse(TEXT.replace("StringEquals", "StringEqualsIfExists"));
    AccessRequest request =
        new AccessRequest(
            Principal.Identity.user(
                "arn:aws:iam::111122223333:user/max", new AccountId("111122223333")),
            "s3:DeleteObject",
            "arn:aws:s3:::b/max/none",
            new AccountId("111122223333"),
            Context.empty());
    List<DecidingStatement> matching =
        Access.matching(PolicyType.IDENTITY, new AttachedPolicy("max", "p", policy), request);
    assertThat(matching)
        .extracting(found -> found.statement().effect())
        .containsExactly(Statement.Effect.ALLOW, Statement.Effect.DENY);
  }
}
