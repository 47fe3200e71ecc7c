package dev.skybridge.services.elb;

import dev.skybridge.gate.Verdict;
import dev.skybridge.services.elb.ElbRecord.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which target of a group gets a request: one after the other, of the healthy ones if there are
 * any, else of all (fail open).
 *
 * @param target empty if the group has none
 */
record TargetSelection(Optional<Target> target, Verdict verdict) {
  /**
   * @param turn a number that goes up by one with each request
   */
  static TargetSelection of(
      String groupId, List<Target> targets, Map<Target, HealthState> health, int turn) {
    if (targets.isEmpty()) {
      return new TargetSelection(
          Optional.empty(),
          Verdict.refuse(
              groupId,
              "no registered targets",
              "the target group has no registered targets",
              "register a target in " + groupId));
    }
    List<Target> healthy =
        targets.stream()
            .filter(target -> state(health, target) == HealthState.State.HEALTHY)
            .toList();
    List<Target> candidates = healthy.isEmpty() ? targets : healthy;
    Target chosen = candidates.get(Math.floorMod(turn, candidates.size()));
    String words =
        healthy.isEmpty()
            ? "fail open: none of %d healthy; %s (%s)"
                .formatted(targets.size(), chosen, health.getOrDefault(chosen, HealthState.NEW))
            : "%s, one of %d healthy of %d".formatted(chosen, healthy.size(), targets.size());
    return new TargetSelection(Optional.of(chosen), Verdict.allow(groupId, words));
  }

  private static HealthState.State state(Map<Target, HealthState> health, Target target) {
    return health.getOrDefault(target, HealthState.NEW).state();
  }
}
