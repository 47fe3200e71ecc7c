package dev.skybridge.services.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.elb.ElbRecord.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What each load balancer thinks of each target. Thread-safe. */
final class HealthBoard {
  /** A load balancer's view of one target of a group. */
  record Key(Arn loadBalancer, Arn targetGroup, Target target) {}

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

  /** A load balancer's view of a group. */
  Map<Target, HealthState> of(Arn loadBalancer, Arn targetGroup) {
    Map<Target, HealthState> found = new HashMap<>();
    states.forEach((key, state) -> {
      if (key.loadBalancer().equals(loadBalancer) && key.targetGroup().equals(targetGroup)) {
        found.put(key.target(), state);
      }
    });
    return found;
  }
}
