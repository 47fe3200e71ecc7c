package dev.skybridge.services.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.Organization;
import dev.skybridge.services.signature.KnownKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StsTest {
  private static final AccountId ACCOUNT = new AccountId("444455556666");
  private static final String ROLE = "arn:aws:iam::444455556666:role/get-orders";
  private static final Principal LAMBDA = new Principal.Service("lambda.amazonaws.com");
  private static final Organization ORGANIZATION = new Organization("o-abcdefghij");
  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T03:00:00Z"));
  private final InstantSource clock = now::get;
  private final Sts sts = new Sts(new OneRole(), ORGANIZATION, clock);

  @Test
  void lambdaGetsASession() {
    Context bound = Context.builder().put("lambda:SourceFunctionArn", "arn:f").build();
    Session session =
        sts.assumeRole(
            LAMBDA, new Assumption(ROLE, "food-get-orders", HOUR, Optional.empty(), bound));

    assertThat(session.identity())
        .isEqualTo(
            Principal.Identity.session(
                "arn:aws:sts::444455556666:assumed-role/get-orders/food-get-orders",
                ROLE,
                ACCOUNT));
    assertThat(session.accessKeyId()).matches("ASIA[A-Z2-7]{16}");
    assertThat(session.secretAccessKey()).hasSize(40);
    assertThat(session.assumedRoleId()).isEqualTo("AROA1:food-get-orders");
    assertThat(session.expires()).isEqualTo("2026-11-23T04:00:00Z");
    assertThat(session.toString()).doesNotContain(session.secretAccessKey());

    KnownKey key = sts.find(session.accessKeyId()).orElseThrow();
    assertThat(key.secretAccessKey()).isEqualTo(session.secretAccessKey());
    assertThat(key.caller().identity()).isEqualTo(session.identity());
    assertThat(key.caller().bound())
        .isEqualTo(
            bound.toBuilder()
                .put("aws:PrincipalOrgID", "o-abcdefghij")
                .put("aws:ResourceOrgID", "o-abcdefghij")
                .put("aws:PrincipalTag/team", "tea")
                .put("aws:TokenIssueTime", "2026-11-23T03:00:00Z")
                .put("aws:userid", "AROA1:food-get-orders")
                .build());
  }

  @Test
  void anotherServiceGetsNone() {
    assertThatThrownBy(() ->
            sts.assumeRole(new Principal.Service("ec2.amazonaws.com"), Assumption.of(ROLE, "i-1")))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("AccessDenied"))
        .hasMessage(
            "User: ec2.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: "
                + ROLE
                + " because no resource-based policy allows the sts:AssumeRole action ["
                + ROLE
                + ": no statement allows sts:AssumeRole on "
                + ROLE
                + " to ec2.amazonaws.com; nearest is statement 1: Principal is ec2.amazonaws.com"
                + " (expected: arn:aws:iam::111122223333:root or lambda.amazonaws.com)"
                + " (line 1, column 41 of the policy); suggestion: let Principal of statement 1 of "
                + ROLE
                + " take ec2.amazonaws.com too]");
  }

  @Test
  void anAccountThatTheRoleTrustsNeedsItsOwnPolicyToo() {
    Principal.Identity with = identity("with");
    Principal.Identity without = identity("without");
    assertThat(sts.mayAssume(with, ROLE).allowed()).isTrue();
    assertThat(sts.mayAssume(without, ROLE).allowed()).isFalse();
  }

  @Test
  void anExternalIdIsAskedForWhereTheTrustPolicySaysSo() {
    String strict = ROLE + "-strict";
    Principal.Identity caller = identity("with");
    assertThatThrownBy(() -> sts.assumeRole(caller, Assumption.of(strict, "tf")))
        .hasMessageContaining("sts:ExternalId is absent (expected: StringEquals tea)");
    Session session =
        sts.assumeRole(
            caller, new Assumption(strict, "tf", HOUR, Optional.of("tea"), Context.empty()));
    assertThat(session.identity().roleArn()).contains(strict);
  }

  @Test
  void expiredSessionsAreForgottenAfterAWhile() {
    Session first = sts.assumeRole(LAMBDA, Assumption.of(ROLE, "first"));
    now.set(first.expires());
    sts.assumeRole(LAMBDA, Assumption.of(ROLE, "second"));
    assertThat(sts.session(first.accessKeyId())).isPresent();
    now.set(first.expires().plus(HOUR).plusSeconds(1));
    sts.assumeRole(LAMBDA, Assumption.of(ROLE, "third"));
    assertThat(sts.session(first.accessKeyId())).isEmpty();
  }

  @Test
  void anEndedSessionIsUnknown() {
    Session session = sts.assumeRole(LAMBDA, Assumption.of(ROLE, "first"));
    sts.end(session);
    assertThat(sts.find(session.accessKeyId())).isEmpty();
  }

  @Test
  void refusesBadNamesAndDurations() {
    assertThatThrownBy(() -> sts.assumeRole(LAMBDA, Assumption.of(ROLE, "a b")))
        .hasMessage("roleSessionName: a b (expected: 2-64 of [\\w+=,.@-])");
    assertThatThrownBy(() ->
            sts.assumeRole(
                LAMBDA,
                new Assumption(
                    ROLE, "ab", Duration.ofHours(13), Optional.empty(), Context.empty())))
        .hasMessage("durationSeconds: 46800 (expected: 900-43200)");
    assertThatThrownBy(() -> sts.assumeRole(LAMBDA, Assumption.of("arn:x", "ab")))
        .hasMessage("Role arn:x cannot be found.");
  }

  private static Principal.Identity identity(String role) {
    return Principal.Identity.session(
        "arn:aws:sts::111122223333:assumed-role/" + role + "/s",
        "arn:aws:iam::111122223333:role/" + role,
        new AccountId("111122223333"));
  }

  private static final class OneRole implements Roles {
    @Override
    public Optional<TrustedRole> find(String roleArn) {
      Policy trust =
          Policy.parse(
              """
              {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
               "Principal": {"Service": "lambda.amazonaws.com", "AWS": "arn:aws:iam::111122223333:root"}}]}
              """);
      Policy strict =
          Policy.parse(
              """
              {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
               "Principal": {"AWS": "111122223333"},
               "Condition": {"StringEquals": {"sts:ExternalId": "tea"}}}]}
              """);
      return switch (roleArn) {
        case ROLE ->
            Optional.of(
                new TrustedRole(
                    ROLE, "get-orders", "AROA1", ACCOUNT, trust, HOUR, Map.of("team", "tea")));
        case ROLE + "-strict" ->
            Optional.of(
                new TrustedRole(roleArn, "strict", "AROA2", ACCOUNT, strict, HOUR, Map.of()));
        default -> Optional.empty();
      };
    }

    @Override
    public PrincipalPolicies principalPolicies(Principal.Identity principal) {
      return principal.arn().contains("/with/")
          ? PrincipalPolicies.of(
              List.of(
                  new AttachedPolicy(
                      principal.principalArn(),
                      "assume",
                      Policy.parse(
                          "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:*\","
                              + " \"Resource\": \"*\"}}"))))
          : PrincipalPolicies.none();
    }
  }
}
