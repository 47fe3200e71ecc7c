package dev.skybridge.services.logs;

import dev.skybridge.policy.Arn;

/** Whether somebody may do something with a log; his policies decide. */
@FunctionalInterface
public interface LogAccess {
  /**
   * Decides a request to write.
   *
   * @param action e.g. {@code logs:PutLogEvents}
   * @param resource the group or stream
   */
  boolean allows(String action, Arn resource);
}
