package dev.skybridge.services.elb;

import java.util.Locale;

/**
 * What a load balancer thinks of a target, in the words of DescribeTargetHealth.
 *
 * @param reason AWS's reason code, empty for a healthy target
 * @param description the reason in a sentence
 * @param successes how many checks in a row have succeeded
 * @param failures how many checks in a row have failed
 */
public record HealthState(
    State state, String reason, String description, int successes, int failures) {
  /** A target before its first check. */
  public static final HealthState NEW =
      new HealthState(
          State.INITIAL, "Elb.RegistrationInProgress", "Target registration is in progress", 0, 0);

  /** A target of a group that no load balancer uses. */
  static final HealthState UNUSED =
      new HealthState(
          State.UNUSED,
          "Target.NotInUse",
          "Target group is not configured to receive traffic from the load balancer",
          0,
          0);

  /** What is no target of the group. */
  static final HealthState NOT_REGISTERED =
      new HealthState(
          State.UNUSED,
          "Target.NotRegistered",
          "Target is not registered to the target group",
          0,
          0);

  /** The states of a target, the better one first. */
  public enum State {
    UNUSED,
    HEALTHY,
    INITIAL,
    UNHEALTHY
  }

  /** How one check went. */
  sealed interface Outcome {
    /** The target answered in time. */
    record Answered(int status) implements Outcome {}

    /** The target did not answer in time, or never took the connection. */
    record TimedOut() implements Outcome {}

    /** The target refused the connection, broke it off or spoke nonsense. */
    record Failed() implements Outcome {}
  }

  /**
   * The state after one more check. One success makes a new target healthy; later changes need as
   * many results in a row as the thresholds say.
   */
  HealthState after(Outcome outcome, HealthCheck check) {
    if (outcome instanceof Outcome.Answered(int status) && check.matcher().matches(status)) {
      int count = successes + 1;
      boolean well =
          state == State.INITIAL || state == State.HEALTHY || count >= check.healthyThreshold();
      return well
          ? new HealthState(State.HEALTHY, "", "", count, 0)
          : new HealthState(state, reason, description, count, 0);
    }
    int count = failures + 1;
    if (state == State.HEALTHY && count < check.unhealthyThreshold()) {
      return new HealthState(state, reason, description, 0, count);
    }
    if (state == State.INITIAL && count < check.unhealthyThreshold()) {
      return new HealthState(
          state, "Elb.InitialHealthChecking", "Initial health checks in progress", 0, count);
    }
    return switch (outcome) {
      case Outcome.Answered(int status) ->
          unhealthy(
              "Target.ResponseCodeMismatch",
              "Health checks failed with these codes: [" + status + "]",
              count);
      case Outcome.TimedOut() -> unhealthy("Target.Timeout", "Request timed out", count);
      case Outcome.Failed() ->
          unhealthy("Target.FailedHealthChecks", "Health checks failed", count);
    };
  }

  private static HealthState unhealthy(String reason, String description, int failures) {
    return new HealthState(State.UNHEALTHY, reason, description, 0, failures);
  }

  /** What is said of a target that two nodes have checked: the worse of both views. */
  HealthState worse(HealthState other) {
    return other.state.compareTo(state) > 0 ? other : this;
  }

  /** In one line, for people: {@code unhealthy: Health checks failed with these codes: [403]}. */
  @Override
  public String toString() {
    String word = state.name().toLowerCase(Locale.ROOT);
    return description.isEmpty() ? word : word + ": " + description;
  }
}
