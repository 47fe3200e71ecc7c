package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy.
 *
 * @param index its place in the policy, from 1
 * @param sid its name, if it has one
 * @param position where it stands in the text
 * @param effect whether it allows or denies
 * @param principals whom it concerns; empty in identity policies
 * @param actions what it concerns
 * @param resources on what; empty in trust policies
 * @param conditions under which conditions; all must hold
 */
public record Statement(
    int index,
    Optional<String> sid,
    Position position,
    Effect effect,
    Optional<Principals> principals,
    Names actions,
    Optional<Names> resources,
    List<Condition> conditions) {
  public Statement {
    if (index < 1) {
      throw new IllegalArgumentException("index: " + index + " (expected: 1 or more)");
    }
    requireNonNull(sid);
    requireNonNull(position);
    requireNonNull(effect);
    requireNonNull(principals);
    requireNonNull(actions);
    requireNonNull(resources);
    conditions = List.copyOf(conditions);
  }

  /** How people are told of it: {@code statement 2 (Sid OnlyThroughEndpoint)}. */
  public String label() {
    return "statement " + index + sid.map(name -> " (Sid " + name + ")").orElse("");
  }

  /** What a statement does when it matches. */
  public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String text;

    Effect(String text) {
      this.text = text;
    }

    /** As policies write it. */
    public String text() {
      return text;
    }
  }
}
