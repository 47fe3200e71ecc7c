package dev.skybridge.policy;

/**
 * A place in a policy's text.
 *
 * @param line 1 or more
 * @param column 1 or more
 */
public record Position(int line, int column) {
  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
