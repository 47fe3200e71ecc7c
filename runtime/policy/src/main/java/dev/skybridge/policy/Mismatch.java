package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An element of a statement that does not fit a request. As text it tells people what is and what
 * was expected.
 */
public sealed interface Mismatch {
  /** The element, or the condition's key: {@code Action}, {@code aws:SourceVpce}. */
  String element();

  /** Where the element stands in the policy's text; empty where that is not kept. */
  default Optional<Position> position() {
    return Optional.empty();
  }

  /** What the request has there. */
  String found();

  /** What the statement has there. */
  String wanted();

  /** Another action than the statement's. */
  record Action(String found, Names expected) implements Mismatch {
    public Action {
      requireNonNull(found);
      requireNonNull(expected);
    }

    @Override
    public String element() {
      return "Action";
    }

    @Override
    public String wanted() {
      return expected.toString();
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /** Another resource than the statement's. */
  record Resource(String found, Names expected) implements Mismatch {
    public Resource {
      requireNonNull(found);
      requireNonNull(expected);
    }

    @Override
    public String element() {
      return "Resource";
    }

    @Override
    public String wanted() {
      return expected.toString();
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * Another principal than the statement's.
   *
   * @param expected empty if the statement has no Principal element, as in policies of roles
   */
  record Principal(String found, Optional<Principals> expected) implements Mismatch {
    public Principal {
      requireNonNull(found);
      requireNonNull(expected);
    }

    @Override
    public String element() {
      return "Principal";
    }

    @Override
    public String wanted() {
      return expected.map(Principals::toString).orElse("nobody");
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /** A condition that does not hold. */
  record Condition(ConditionFact fact) implements Mismatch {
    public Condition {
      requireNonNull(fact);
    }

    @Override
    public String element() {
      return fact.condition().key();
    }

    @Override
    public Optional<Position> position() {
      return Optional.of(fact.condition().position());
    }

    @Override
    public String wanted() {
      return fact.wanted();
    }

    @Override
    public String found() {
      return fact.found();
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  private static String text(Mismatch mismatch) {
    return mismatch.element()
        + " is "
        + mismatch.found()
        + " (expected: "
        + mismatch.wanted()
        + ")";
  }
}
