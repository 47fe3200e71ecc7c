package dev.skybridge.services.apigateway.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a resource: literal segments, {@code {name}} for one segment, {@code {name+}} for all
 * that follow.
 */
public final class PathTemplate {
  /** AWS: "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable ...". */
  private static final Pattern SEGMENT =
      Pattern.compile("[a-zA-Z0-9._:-]+|\\{[a-zA-Z0-9._:-]+\\+?}");

  private final String text;
  private final List<String> segments;

  private PathTemplate(String text, List<String> segments) {
    this.text = text;
    this.segments = segments;
  }

  /** The template, or empty where a segment is not one that AWS takes. */
  public static Optional<PathTemplate> parse(String text) {
    if (!text.startsWith("/")) {
      return Optional.empty();
    }
    List<String> segments = split(text);
    for (int index = 0; index < segments.size(); index++) {
      String segment = segments.get(index);
      boolean last = index == segments.size() - 1;
      if (!SEGMENT.matcher(segment).matches() || (segment.endsWith("+}") && !last)) {
        return Optional.empty();
      }
    }
    return Optional.of(new PathTemplate(text, segments));
  }

  /** The segments of a path; a slash at its end is ignored, as API Gateway's router does. */
  static List<String> split(String path) {
    String inner = path.substring(1);
    String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
  }

  /** The path parameters with which this template matches {@code path}, as sent (not decoded). */
  public Optional<Map<String, String>> match(String path) {
    List<String> actual = split(path);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int index = 0; index < segments.size(); index++) {
      if (index >= actual.size() || actual.get(index).isEmpty()) {
        return Optional.empty();
      }
      String segment = segments.get(index);
      if (segment.endsWith("+}")) {
        String name = segment.substring(1, segment.length() - 2);
        parameters.put(name, String.join("/", actual.subList(index, actual.size())));
        return Optional.of(parameters);
      }
      if (segment.startsWith("{")) {
        parameters.put(segment.substring(1, segment.length() - 1), actual.get(index));
      } else if (!segment.equals(actual.get(index))) {
        return Optional.empty();
      }
    }
    return actual.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  /**
   * Sorts before another template of the same path when it is the better match: segment by segment,
   * a literal before {@code {name}} before {@code {name+}}.
   */
  public String precedence() {
    StringBuilder key = new StringBuilder();
    for (String segment : segments) {
      key.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
    }
    return key.toString();
  }

  /** The path with {@code *} for each parameter, as it stands in the ARN that Lambda sees. */
  public String wildcards() {
    List<String> parts = new ArrayList<>();
    for (String segment : segments) {
      parts.add(segment.startsWith("{") ? "*" : segment);
    }
    return String.join("/", parts);
  }

  List<String> segments() {
    return segments;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
