package dev.skybridge.gate;

import static java.util.Objects.requireNonNull;

/**
 * The rule or statement that decided, and the resource that holds it.
 *
 * @param owner the id or ARN of the resource that holds the rule, e.g. {@code sg-0a1b} or the ARN
 *     of an API
 * @param text the rule in its owner's words, e.g. {@code ingress tcp 443 from sg-0c2d} or {@code
 *     statement 2 (Sid OnlyThroughEndpoint)}
 * @param position where it begins in its owner's document, e.g. {@code line 12, column 7}; empty
 *     where the rule is no part of a document
 */
public record Rule(String owner, String text, String position) {
  public Rule {
    requireNonNull(owner);
    requireNonNull(text);
    requireNonNull(position);
  }

  /** A rule that is no part of a document. */
  public Rule(String owner, String text) {
    this(owner, text, "");
  }

  @Override
  public String toString() {
    return owner + ": " + text;
  }
}
