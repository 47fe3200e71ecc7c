package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An operation of a sequence.
 *
 * @param way how often it is sent
 */
record Call(String operation, ObjectNode request, Way way) {
  /** How an operation is carried through. */
  enum Way {
    /** Sent once. */
    ONCE,
    /** Sent again with the key that the answer ends at, until there is none. */
    PAGES,
    /** A scan of every segment. */
    SEGMENTS,
    /** Sent once, and the table described when nothing is under way any more. */
    SETTLED
  }

  static Call once(String operation, ObjectNode request) {
    return new Call(operation, request, Way.ONCE);
  }

  @Override
  public String toString() {
    return way + " " + operation + " " + request;
  }
}
