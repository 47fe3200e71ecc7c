package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Text with policy variables: {@code ${key}}, {@code ${key, 'default'}}, and {@code ${*}}, {@code
 * ${?}}, {@code ${$}} for those characters themselves.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM
 *     policy elements: Variables and tags</a>
 */
final class Template {
  private Template() {}

  /** The keys that {@code text} refers to; throws IllegalArgumentException if it is malformed. */
  static List<String> keys(String text) {
    List<String> keys = new ArrayList<>();
    scan(
        text,
        new Sink() {
          @Override
          public void literal(char c) {}

          @Override
          public boolean variable(String key, Optional<String> fallback) {
            keys.add(key);
            return true;
          }

          @Override
          public void escaped(char c) {}
        });
    return keys;
  }

  /** The pattern for this request; empty if a variable has no value and no default. */
  static Optional<Glob> expand(String text, Context facts, boolean variables) {
    if (!variables || !text.contains("${")) {
      return Optional.of(Glob.of(text));
    }
    Expansion expansion = new Expansion(facts);
    return scan(text, expansion) ? Optional.of(expansion.glob()) : Optional.empty();
  }

  private static boolean scan(String text, Sink sink) {
    int i = 0;
    while (i < text.length()) {
      if (!text.startsWith("${", i)) {
        sink.literal(text.charAt(i++));
        continue;
      }
      int end = text.indexOf('}', i);
      if (end < 0) {
        throw new IllegalArgumentException("the variable in \"" + text + "\" has no end");
      }
      if (!variable(text.substring(i + 2, end).strip(), text, sink)) {
        return false;
      }
      i = end + 1;
    }
    return true;
  }

  private static boolean variable(String body, String text, Sink sink) {
    if (body.equals("*") || body.equals("?") || body.equals("$")) {
      sink.escaped(body.charAt(0));
      return true;
    }
    int comma = body.indexOf(',');
    String key = (comma < 0 ? body : body.substring(0, comma)).strip();
    Optional<String> fallback = Optional.empty();
    if (comma >= 0) {
      String quoted = body.substring(comma + 1).strip();
      if (quoted.length() < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
        throw new IllegalArgumentException(
            "the default of a variable in \"" + text + "\" must stand in single quotes");
      }
      fallback = Optional.of(quoted.substring(1, quoted.length() - 1));
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a variable in \"" + text + "\" has no name");
    }
    return sink.variable(key, fallback);
  }

  private interface Sink {
    void literal(char c);

    void escaped(char c);

    /** Answers whether to go on. */
    boolean variable(String key, Optional<String> fallback);
  }

  private static final class Expansion implements Sink {
    private final Context facts;
    private final StringBuilder text = new StringBuilder();
    private final BitSet wild = new BitSet();

    Expansion(Context facts) {
      this.facts = facts;
    }

    @Override
    public void literal(char c) {
      wild.set(text.length(), c == '*' || c == '?');
      text.append(c);
    }

    @Override
    public void escaped(char c) {
      text.append(c);
    }

    @Override
    public boolean variable(String key, Optional<String> fallback) {
      List<String> values = facts.values(key);
      Optional<String> value = values.size() == 1 ? Optional.of(values.getFirst()) : fallback;
      value.ifPresent(text::append);
      return value.isPresent();
    }

    Glob glob() {
      boolean[] flags = new boolean[text.length()];
      wild.stream().forEach(i -> flags[i] = true);
      return new Glob(text.toString(), flags);
    }
  }
}
