package dev.skybridge.provider.types.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.services.iam.ManagedPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The versions of a managed policy beside its state. */
class PolicyVersionsTest {
  private static final Instant DAY = Instant.parse("2026-11-24T00:00:00.5Z");

  private final Remembering context = new Remembering();

  private static String document(int number) {
    return """
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b%d"}}
    """
        .formatted(number);
  }

  private ManagedPolicy policy() {
    return new PolicyVersions(context.remembered())
        .orOf(document(0))
        .of("arn:aws:iam::111122223333:policy/p", "p", "ANPA1", Optional.empty(), Map.of());
  }

  private void change(int number) {
    new PolicyVersions(context.remembered())
        .orOf(document(0))
        .add(document(number), DAY.plusSeconds(number * 86_400L), context);
  }

  @Test
  void aPolicyOfWhichNothingIsKeptHasOneVersion() {
    assertThat(policy().versions()).hasSize(1);
    assertThat(policy().defaultVersion().id()).isEqualTo("v1");
    assertThat(policy().policy().text()).isEqualTo(document(0));
    assertThat(policy().created()).isEmpty();
  }

  @Test
  void aChangeIsAVersionMoreAndTheOldestOfSixGoes() {
    new PolicyVersions(context.remembered()).add(document(0), DAY, context);
    for (int number = 1; number <= 5; number++) {
      change(number);
    }
    ManagedPolicy policy = policy();
    assertThat(policy.versions())
        .extracting(ManagedPolicy.Version::id)
        .containsExactly("v6", "v5", "v4", "v3", "v2");
    assertThat(policy.policy().text()).isEqualTo(document(5));
    assertThat(policy.created()).contains(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(policy.defaultVersion().created()).contains(Instant.parse("2026-11-29T00:00:00Z"));
  }

  /** A context that does nothing but remember. */
  private static final class Remembering implements Context {
    private PrivateData data = PrivateData.EMPTY;

    @Override
    public Scope scope() {
      return new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
    }

    @Override
    public Principal.Identity caller() {
      return Principal.Identity.user("arn:aws:iam::111122223333:root", account());
    }

    @Override
    public Ids ids() {
      return new Ids("test");
    }

    @Override
    public void remember(String key, String text) {
      data = data.with(key, text);
    }

    @Override
    public PrivateData remembered() {
      return data;
    }

    @Override
    public void warn(String attribute, String summary, String detail) {}
  }
}
