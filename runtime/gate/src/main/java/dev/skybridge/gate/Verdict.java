package dev.skybridge.gate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a gate answers: allowed or refused, by which rule. */
public sealed interface Verdict {
  /** The rule that decided; at a refusal without a rule, the owner that was silent. */
  Rule rule();

  /** Whether the request may pass. */
  default boolean allowed() {
    return this instanceof Allowed;
  }

  /** A verdict that lets the request pass because {@code rule} does. */
  static Verdict allow(String owner, String rule) {
    return new Allowed(new Rule(owner, rule));
  }

  /** A verdict that stops the request: {@code reason} is a sentence that a person can act on. */
  static Verdict refuse(String owner, String rule, String reason) {
    return refuse(owner, rule, reason, "");
  }

  /** The same with the smallest change that would let the request pass. */
  static Verdict refuse(String owner, String rule, String reason, String remedy) {
    return new Refused(new Rule(owner, rule), reason, false, List.of(), remedy);
  }

  /** A verdict that stops the request because {@code rule} says so explicitly. */
  static Verdict deny(Rule rule, String reason) {
    return new Refused(rule, reason, true, List.of(), "");
  }

  /**
   * A verdict that stops the request because no statement allows it.
   *
   * @param near what came close, the nearest first: it makes the remedy
   */
  static Verdict silent(Rule rule, String reason, List<NearMiss> near) {
    return silent(rule, reason, near, near.isEmpty() ? "" : near.getFirst().remedy());
  }

  /** The same with another remedy than to make the nearest fit. */
  static Verdict silent(Rule rule, String reason, List<NearMiss> near, String remedy) {
    return new Refused(rule, reason, false, near, remedy);
  }

  /** The request may pass. */
  record Allowed(Rule rule) implements Verdict {
    public Allowed {
      requireNonNull(rule);
    }
  }

  /**
   * The request ends here.
   *
   * @param reason a sentence that a person can act on
   * @param deliberate whether somebody wrote the rule in order to refuse (a Deny statement); false
   *     where it is only that nothing allows
   * @param near what came close to allowing, the nearest first; none if deliberate
   * @param remedy the smallest change that would let the request pass, as a request to the reader
   *     without a final stop; empty if deliberate or if there is no such change
   */
  record Refused(Rule rule, String reason, boolean deliberate, List<NearMiss> near, String remedy)
      implements Verdict {
    public Refused {
      requireNonNull(rule);
      requireNonNull(reason);
      near = List.copyOf(near);
      requireNonNull(remedy);
      if (deliberate && !(near.isEmpty() && remedy.isEmpty())) {
        throw new IllegalArgumentException("remedy: " + remedy + " (expected: none of a Deny)");
      }
    }

    /** A refusal of which no more is known. */
    public Refused(Rule rule, String reason) {
      this(rule, reason, false, List.of(), "");
    }
  }
}
