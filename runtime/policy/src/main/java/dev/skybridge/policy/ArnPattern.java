package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * An ARN in a condition: each of its six parts is compared by itself, and wildcards stay within
 * their part; but a pattern with fewer parts compares its last with all the rest.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN
 *     condition operators</a>
 */
final class ArnPattern {
  private static final int PARTS = 6;

  private final Glob[] parts;

  private ArnPattern(Glob[] parts) {
    this.parts = parts;
  }

  static ArnPattern of(Glob pattern) {
    List<Glob> parts = new ArrayList<>();
    int from = 0;
    String text = pattern.text();
    for (int i = 0; i < text.length() && parts.size() < PARTS - 1; i++) {
      if (text.charAt(i) == ':') {
        parts.add(pattern.part(from, i));
        from = i + 1;
      }
    }
    parts.add(pattern.part(from, text.length()));
    return new ArnPattern(parts.toArray(Glob[]::new));
  }

  boolean matches(String candidate) {
    int from = 0;
    for (int part = 0; part < parts.length - 1; part++) {
      int colon = candidate.indexOf(':', from);
      if (colon < 0 || !parts[part].matches(candidate, from, colon)) {
        return false;
      }
      from = colon + 1;
    }
    return parts[parts.length - 1].matches(candidate, from, candidate.length());
  }
}
