package dev.skybridge.services.elb;

import dev.skybridge.gate.Verdict;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import java.util.Comparator;
import java.util.List;

/**
 * Which action a listener takes for a host.
 *
 * @param rule the rule that decided and why, for people
 */
record RuleSelection(Action action, Verdict rule) {
  /** The action of the matching rule with the lowest priority, or else the default action. */
  static RuleSelection of(Listener listener, List<ListenerRule> rules, String host) {
    return rules.stream()
        .sorted(Comparator.comparingInt(ListenerRule::priority))
        .filter(rule -> rule.hosts().stream().anyMatch(pattern -> pattern.matches(host)))
        .findFirst()
        .map(rule ->
            new RuleSelection(
                rule.action(),
                Verdict.allow(
                    rule.id(),
                    "priority %d, host-header %s: %s"
                        .formatted(rule.priority(), rule.hosts(), words(rule.action())))))
        .orElseGet(() -> new RuleSelection(listener.defaultAction(), byDefault(listener, host)));
  }

  private static Verdict byDefault(Listener listener, String host) {
    Action action = listener.defaultAction();
    String rule = "default action: " + words(action);
    return switch (action) {
      case Action.Forward _ -> Verdict.allow(listener.id(), rule);
      case Action.FixedResponse fixed ->
          Verdict.refuse(
              listener.id(),
              rule,
              "no rule of the listener matches the host %s, and its default action answers %d"
                  .formatted(host, fixed.status()),
              "add a rule for the host " + host + " to the listener");
    };
  }

  private static String words(Action action) {
    return switch (action) {
      case Action.Forward forward -> "forward to " + forward.targetGroup().resource();
      case Action.FixedResponse fixed -> "fixed-response " + fixed.status();
    };
  }
}
