package dev.skybridge.services.api.describe;

/**
 * A value of a filter: {@code *} stands for any text, {@code ?} for one character or none; after a
 * backslash both stand for themselves.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html">Find your
 *     resources, "Filtering"</a>
 */
final class FilterPattern {
  private final String text;

  FilterPattern(String text) {
    this.text = text;
  }

  /** Whether a value is one of those meant. Takes time by the product of the two lengths. */
  boolean matches(String value) {
    boolean[] reached = new boolean[value.length() + 1];
    reached[0] = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '*' -> spread(reached, value.length());
        case '?' -> spread(reached, 1);
        case '\\' -> {
          i = Math.min(i + 1, text.length() - 1);
          step(reached, value, text.charAt(i));
        }
        default -> step(reached, value, c);
      }
    }
    return reached[value.length()];
  }

  /** From each place reached, the next {@code most} are reached too. */
  private static void spread(boolean[] reached, int most) {
    int left = 0;
    for (int i = 0; i < reached.length; i++) {
      left = reached[i] ? most : left - 1;
      reached[i] = reached[i] || left >= 0;
    }
  }

  private static void step(boolean[] reached, String value, char wanted) {
    for (int i = value.length(); i > 0; i--) {
      reached[i] = reached[i - 1] && value.charAt(i - 1) == wanted;
    }
    reached[0] = false;
  }
}
