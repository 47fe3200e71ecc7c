package dev.skybridge.provider.registry;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import java.util.function.Supplier;

/** One call's context; not shared between threads. */
final class OperationContext implements Context {
  private final Connection connection;
  private final Supplier<Ids> ids;
  private final Diagnostics diagnostics;
  private PrivateData remembered;

  OperationContext(
      Connection connection, Supplier<Ids> ids, PrivateData remembered, Diagnostics diagnostics) {
    this.connection = connection;
    this.ids = ids;
    this.remembered = remembered;
    this.diagnostics = diagnostics;
  }

  @Override
  public Scope scope() {
    return connection.scope();
  }

  @Override
  public Principal.Identity caller() {
    return connection.caller();
  }

  @Override
  public Ids ids() {
    return ids.get();
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
    diagnostics.warning(attribute, summary, detail);
  }
}
