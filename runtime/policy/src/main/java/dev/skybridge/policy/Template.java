package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
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
  /** A stretch of the text. */
  private sealed interface Piece {}

  /** Text as written, with its wildcards. */
  private record Written(Glob glob) implements Piece {}

  /** A wildcard or dollar character that stands for itself. */
  private record Escaped(char character) implements Piece {}

  private record Variable(String key, Optional<String> fallback) implements Piece {}

  private final List<Piece> pieces;

  private Template(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /** Reads {@code text}; throws IllegalArgumentException if a variable in it is malformed. */
  static Template of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int start = text.indexOf("${");
    while (start >= 0) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        throw new IllegalArgumentException("the variable in \"" + text + "\" has no end");
      }
      if (start > from) {
        pieces.add(new Written(Glob.of(text.substring(from, start))));
      }
      pieces.add(variable(text.substring(start + 2, end).strip(), text));
      from = end + 1;
      start = text.indexOf("${", from);
    }
    if (from < text.length()) {
      pieces.add(new Written(Glob.of(text.substring(from))));
    }
    return new Template(pieces);
  }

  private static Piece variable(String body, String text) {
    if (body.equals("*") || body.equals("?") || body.equals("$")) {
      return new Escaped(body.charAt(0));
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
    return new Variable(key, fallback);
  }

  /** The keys of its variables, as written. */
  List<String> keys() {
    return pieces.stream()
        .filter(Variable.class::isInstance)
        .map(piece -> ((Variable) piece).key())
        .toList();
  }

  /**
   * The pattern for this request. A variable stands for the one value of its key; what comes out of
   * it is no wildcard. Empty if a variable has no value, or several, and no default.
   */
  Optional<Glob> expand(Facts facts) {
    StringBuilder text = new StringBuilder();
    BitSet wild = new BitSet();
    for (Piece piece : pieces) {
      switch (piece) {
        case Written written -> {
          Glob glob = written.glob();
          for (int i = 0; i < glob.text().length(); i++) {
            wild.set(text.length() + i, glob.starAt(i) || glob.anyAt(i));
          }
          text.append(glob.text());
        }
        case Escaped escaped -> text.append(escaped.character());
        case Variable variable -> {
          List<String> values = facts.values(variable.key().toLowerCase(Locale.ROOT));
          if (values.size() == 1) {
            text.append(values.getFirst());
          } else if (variable.fallback().isPresent()) {
            text.append(variable.fallback().get());
          } else {
            return Optional.empty();
          }
        }
      }
    }
    boolean[] flags = new boolean[text.length()];
    wild.stream().forEach(i -> flags[i] = true);
    return Optional.of(new Glob(text.toString(), flags));
  }
}
