package dev.skybridge.provider.types.apigateway;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import java.util.ArrayList;
import java.util.List;

/** One call in account 444455556666. */
final class TestContext implements Context {
  private final String seed;
  private final List<String> warnings = new ArrayList<>();
  private PrivateData remembered = PrivateData.EMPTY;

  TestContext(String seed) {
    this.seed = seed;
  }

  @Override
  public Scope scope() {
    return new Scope(new AccountId("444455556666"), new Region("eu-central-1"));
  }

  @Override
  public Principal.Identity caller() {
    return Principal.Identity.user("arn:aws:iam::444455556666:root", account());
  }

  @Override
  public Ids ids() {
    return new Ids(seed);
  }

  @Override
  public void remember(String key, String text) {
    remembered = remembered.with(key, text);
  }

  @Override
  public PrivateData remembered() {
    return remembered;
  }

  @Override
  public void warn(String attribute, String summary, String detail) {
    warnings.add(attribute + ": " + summary);
  }

  List<String> warnings() {
    return warnings;
  }
}
