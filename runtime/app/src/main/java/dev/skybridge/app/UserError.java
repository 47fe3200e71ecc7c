package dev.skybridge.app;

import static java.util.Objects.requireNonNull;

/**
 * A problem that the user can mend: what is wrong, where, and what to do. Printed without a stack
 * trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String remedy;

  /**
   * @param problem what is wrong and where, a sentence
   * @param remedy what to do about it, a sentence
   */
  public UserError(String problem, String remedy) {
    super(requireNonNull(problem));
    this.remedy = requireNonNull(remedy);
  }

  /** The same, with the failure underneath. */
  public UserError(String problem, String remedy, Throwable cause) {
    super(requireNonNull(problem), cause);
    this.remedy = requireNonNull(remedy);
  }

  public String problem() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
