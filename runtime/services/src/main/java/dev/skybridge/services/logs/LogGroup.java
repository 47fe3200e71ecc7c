package dev.skybridge.services.logs;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;

/**
 * A log group.
 *
 * @param scope its account and Region
 * @param name e.g. {@code /aws/lambda/orders}
 * @param retentionDays how long events are kept, in days; 0 for ever
 */
public record LogGroup(Scope scope, String name, int retentionDays) {
  public LogGroup {
    requireNonNull(scope);
    requireNonNull(name);
    if (retentionDays < 0) {
      throw new IllegalArgumentException(
          "retentionDays: " + retentionDays + " (expected: 0 or more)");
    }
  }

  /** Its ARN, without the {@code :*} that stands for its streams. */
  public Arn arn() {
    return scope.arn("logs", "log-group:" + name);
  }
}
