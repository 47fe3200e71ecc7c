package dev.skybridge.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a REST operation is found.
 *
 * @param method the HTTP method
 * @param pattern what the escaped path must be
 * @param labels the names of the pattern's groups, in order
 */
public record Route(String method, Pattern pattern, List<String> labels) {
  /** Nowhere: the operation is found by its name. */
  public static final Route NONE = new Route("", Pattern.compile("(?!)"), List.of());

  private static final Pattern LABEL = Pattern.compile("\\{(\\w+)(\\+?)}");

  public Route {
    requireNonNull(method);
    requireNonNull(pattern);
    labels = List.copyOf(labels);
  }

  /** Reads a path such as {@code /2015-03-31/functions/{FunctionName}}. */
  static Route of(String method, String path) {
    List<String> labels = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher label = LABEL.matcher(path);
    int end = 0;
    while (label.find()) {
      regex.append(Pattern.quote(path.substring(end, label.start())));
      regex.append(label.group(2).isEmpty() ? "([^/]+)" : "(.+)");
      labels.add(label.group(1));
      end = label.end();
    }
    regex.append(Pattern.quote(path.substring(end))).append("/?");
    return new Route(method, Pattern.compile(regex.toString()), labels);
  }

  /** The labels' values, unescaped, if this is the route of a request. */
  Optional<Map<String, String>> match(String requestMethod, String path) {
    Matcher matcher = pattern.matcher(path);
    if (!method.equals(requestMethod) || !matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      values.put(labels.get(i), decode(matcher.group(i + 1)));
    }
    return Optional.of(values);
  }

  /** A path's part; a {@code +} is a plus sign there. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
