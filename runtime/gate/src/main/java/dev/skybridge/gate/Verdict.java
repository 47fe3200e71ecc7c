package dev.skybridge.gate;

import static java.util.Objects.requireNonNull;

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
    return new Refused(new Rule(owner, rule), reason);
  }

  /** The request may pass. */
  record Allowed(Rule rule) implements Verdict {
    public Allowed {
      requireNonNull(rule);
    }
  }

  /** The request ends here. */
  record Refused(Rule rule, String reason) implements Verdict {
    public Refused {
      requireNonNull(rule);
      requireNonNull(reason);
    }
  }
}
