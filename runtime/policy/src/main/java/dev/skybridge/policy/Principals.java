package dev.skybridge.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of a Principal or NotPrincipal element.
 *
 * @param negated whether it is NotPrincipal
 * @param everyone whether it is the bare {@code "*"}; then there are no entries
 * @param entries the principals named
 */
public record Principals(boolean negated, boolean everyone, List<Entry> entries) {
  public Principals {
    entries = List.copyOf(entries);
    if (everyone != entries.isEmpty()) {
      throw new IllegalArgumentException("entries: " + entries + " (expected: some, or everyone)");
    }
  }

  @Override
  public String toString() {
    String list =
        everyone
            ? "*"
            : entries.stream().map(Entry::value).distinct().collect(Collectors.joining(" or "));
    return negated ? "anybody but " + list : list;
  }

  /** One principal. */
  public record Entry(Type type, String value) {}

  /** The kinds of principal that a policy can name. */
  public enum Type {
    AWS("AWS"),
    SERVICE("Service"),
    FEDERATED("Federated"),
    CANONICAL_USER("CanonicalUser");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** As policies write it. */
    public String text() {
      return text;
    }
  }
}
