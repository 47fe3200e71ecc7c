package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.NearMiss;
import dev.skybridge.gate.Rule;
import java.util.List;

/**
 * An Allow statement that would have helped, had it fitted.
 *
 * @param type what its policy is for
 * @param policy its policy, with the resource that holds it
 * @param statement the statement, with its place
 * @param mismatches what did not fit, the farthest off first; one or more
 */
public record NearStatement(
    PolicyType type, AttachedPolicy policy, Statement statement, List<Mismatch> mismatches) {
  public NearStatement {
    requireNonNull(type);
    requireNonNull(policy);
    requireNonNull(statement);
    mismatches = List.copyOf(mismatches);
    if (mismatches.isEmpty()) {
      throw new IllegalArgumentException("mismatches: none (expected: 1 or more)");
    }
  }

  /** The statement as a rule. */
  Rule rule() {
    return policy.rule(statement);
  }

  /** As a verdict has it. */
  NearMiss miss() {
    Mismatch first = mismatches.getFirst();
    return new NearMiss(
        rule(),
        first.element(),
        first.position().map(Position::toString).orElse(""),
        first.wanted(),
        first.found(),
        mismatches.size() - 1);
  }

  /** For people: the first mismatch, and how many more there are. */
  public String reason() {
    String others = mismatches.size() == 1 ? "" : ", and " + (mismatches.size() - 1) + " more";
    return mismatches.getFirst() + others;
  }
}
