package dev.skybridge.services.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.elb.ElbRecord.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What each node of a load balancer thinks of each target. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">Health
 *     checks for Application Load Balancer target groups</a>
 */
final class HealthBoard {
  /**
   * A node's view of one target of a group.
   *
   * @param node the node's network interface
   */
  record Key(String node, Arn targetGroup, Target target) {}

  private final ConcurrentMap<Key, HealthState> states = new ConcurrentHashMap<>();

  /** Keeps the states of {@code keys} and forgets the others. */
  void retain(Set<Key> keys) {
    states.keySet().retainAll(keys);
    keys.forEach(key -> states.putIfAbsent(key, HealthState.NEW));
  }

  /** Notes one more check; of a target that has gone meanwhile, nothing. */
  void note(Key key, HealthState.Outcome outcome, HealthCheck check) {
    states.computeIfPresent(key, (_, state) -> state.after(outcome, check));
  }

  /** A node's view of a group. */
  Map<Target, HealthState> of(String node, Arn targetGroup) {
    Map<Target, HealthState> found = new HashMap<>();
    states.forEach((key, state) -> {
      if (key.node().equals(node) && key.targetGroup().equals(targetGroup)) {
        found.put(key.target(), state);
      }
    });
    return found;
  }
}
