package dev.skybridge.orders;

/** The table cannot answer. The message says why, for the log; it holds nothing of an order. */
final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /**
   * @param passing whether the same request may succeed a little later (throttled, unreachable)
   */
  TableException(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  boolean passing() {
    return passing;
  }
}
