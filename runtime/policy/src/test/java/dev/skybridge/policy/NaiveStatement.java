package dev.skybridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One statement of a policy as JSON, for the naive evaluator. */
final class NaiveStatement {
  /**
   * A request.
   *
   * @param session the caller's session ARN; empty for an AWS service or nobody
   * @param role the caller's role ARN
   * @param account the caller's account
   * @param service the AWS service that calls; empty otherwise
   * @param keys the context in lower case
   */
  record Request(
      String session,
      String role,
      String account,
      String service,
      String action,
      String resource,
      String owner,
      Map<String, List<String>> keys) {
    boolean caller() {
      return !session.isEmpty();
    }

    boolean foreign() {
      return !account.equals(owner);
    }

    Optional<List<String>> values(String key) {
      return Optional.ofNullable(keys.get(key.toLowerCase(Locale.ROOT)));
    }
  }

  private final JsonNode statement;
  private final boolean variables;
  private final Request request;

  private NaiveStatement(JsonNode statement, boolean variables, Request request) {
    this.statement = statement;
    this.variables = variables;
    this.request = request;
  }

  static Stream<NaiveStatement> of(JsonNode policy, Request request) {
    boolean variables = policy.path("Version").asText().equals("2012-10-17");
    return many(policy.path("Statement")).map(each -> new NaiveStatement(each, variables, request));
  }

  String effect() {
    return statement.path("Effect").asText();
  }

  boolean matchesButForPrincipal() {
    return element("Action", pattern -> like(pattern, request.action(), true))
        && element(
            "Resource",
            pattern ->
                expand(completed(pattern))
                    .filter(each -> each.matches(request.resource()))
                    .isPresent())
        && conditionsHold();
  }

  private boolean element(String name, Predicate<String> fits) {
    if (statement.has("Not" + name)) {
      return many(statement.path("Not" + name)).map(JsonNode::asText).noneMatch(fits);
    }
    return !statement.has(name) || many(statement.path(name)).map(JsonNode::asText).anyMatch(fits);
  }

  /** Parts that are left out of an ARN stand for any. */
  private static String completed(String pattern) {
    int parts = pattern.split(":", -1).length;
    return pattern.equals("*") || parts >= 6 ? pattern : pattern + ":*".repeat(6 - parts);
  }

  boolean principalConcerned() {
    return namesEverybodyOrService() || namesSession() || namesRole() || namesAccount();
  }

  boolean namesEverybodyOrService() {
    return statement.path("Principal").asText().equals("*")
        || aws().contains("*")
        || (!request.service().isEmpty()
            && many(statement.path("Principal").path("Service"))
                .anyMatch(each -> each.asText().equals(request.service())));
  }

  boolean namesSession() {
    return request.caller() && aws().contains(request.session());
  }

  boolean namesRole() {
    return request.caller() && aws().contains(request.role());
  }

  boolean namesAccount() {
    return request.caller()
        && (aws().contains(request.account())
            || aws().contains("arn:aws:iam::" + request.account() + ":root"));
  }

  private List<String> aws() {
    return many(statement.path("Principal").path("AWS")).map(JsonNode::asText).toList();
  }

  private boolean conditionsHold() {
    for (Map.Entry<String, JsonNode> block : statement.path("Condition").properties()) {
      for (Map.Entry<String, JsonNode> pair : block.getValue().properties()) {
        List<String> expected = many(pair.getValue()).map(JsonNode::asText).toList();
        if (!holds(block.getKey(), request.values(pair.getKey()).orElse(List.of()), expected)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean holds(String operator, List<String> actual, List<String> expected) {
    if (operator.equals("Null")) {
      return expected.contains(Boolean.toString(actual.isEmpty()));
    }
    if (operator.startsWith("ForAllValues:")) {
      String plain = operator.substring("ForAllValues:".length()).replace("IfExists", "");
      return actual.stream().allMatch(value -> compare(plain, value, expected));
    }
    if (operator.startsWith("ForAnyValue:")) {
      String plain = operator.substring("ForAnyValue:".length()).replace("IfExists", "");
      return (actual.isEmpty() && operator.endsWith("IfExists"))
          || actual.stream().anyMatch(value -> compare(plain, value, expected));
    }
    if (actual.isEmpty()) {
      return operator.endsWith("IfExists") || operator.contains("Not");
    }
    return compare(operator.replace("IfExists", ""), actual.getFirst(), expected);
  }

  private boolean compare(String operator, String actual, List<String> expected) {
    boolean any =
        expected.stream()
            .anyMatch(
                value -> expand(value).filter(each -> one(operator, actual, each)).isPresent());
    return any != operator.contains("Not");
  }

  private static boolean one(String operator, String actual, Expanded expected) {
    return switch (operator.replace("Not", "")) {
      case "StringEquals" -> actual.equals(expected.text());
      case "StringEqualsIgnoreCase" -> actual.equalsIgnoreCase(expected.text());
      case "StringLike" -> expected.wholly(actual);
      case "ArnEquals", "ArnLike" -> expected.matchesByPart(actual);
      case "NumericLessThan" -> Long.parseLong(actual) < Long.parseLong(expected.text());
      case "Bool" -> actual.equalsIgnoreCase(expected.text());
      default -> throw new IllegalArgumentException(operator);
    };
  }

  /** Text in which characters that came out of variables are marked as no wildcards. */
  record Expanded(String text, List<Boolean> wild) {
    boolean wholly(String actual) {
      return regex(0, text.length(), ".*", ".").matcher(actual).matches();
    }

    /** As Resource elements compare: a star at a part's end may pass the colon. */
    boolean matches(String resource) {
      if (text.equals("*")) {
        return true;
      }
      StringBuilder pattern = new StringBuilder();
      int colons = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean last = i + 1 == text.length() || text.charAt(i + 1) == ':';
        String any = colons < 5 ? "[^:]" : ".";
        if (wild.get(i)) {
          pattern.append(c == '?' ? any : last ? ".*" : any + "*");
        } else {
          pattern.append(Pattern.quote(String.valueOf(c)));
        }
        colons += c == ':' ? 1 : 0;
      }
      return Pattern.compile(pattern.toString()).matcher(resource).matches();
    }

    /** As ARN conditions compare: part by part. */
    boolean matchesByPart(String actual) {
      String[] parts = actual.split(":", 6);
      int from = 0;
      for (int part = 0; part < 6; part++) {
        int colon = part == 5 ? -1 : text.indexOf(':', from);
        int to = colon < 0 ? text.length() : colon;
        if (part >= parts.length || !regex(from, to, ".*", ".").matcher(parts[part]).matches()) {
          return false;
        }
        from = to + 1;
      }
      return true;
    }

    private Pattern regex(int from, int to, String star, String any) {
      StringBuilder pattern = new StringBuilder();
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        pattern.append(!wild.get(i) ? Pattern.quote(String.valueOf(c)) : c == '*' ? star : any);
      }
      return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
  }

  private Optional<Expanded> expand(String written) {
    StringBuilder text = new StringBuilder();
    List<Boolean> wild = new ArrayList<>();
    int i = 0;
    while (i < written.length()) {
      int end = variables && written.startsWith("${", i) ? written.indexOf('}', i) : -1;
      if (end < 0) {
        char c = written.charAt(i++);
        text.append(c);
        wild.add(c == '*' || c == '?');
        continue;
      }
      Optional<String> value = variable(written.substring(i + 2, end));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      text.append(value.get());
      value.get().chars().forEach(c -> wild.add(false));
      i = end + 1;
    }
    return Optional.of(new Expanded(text.toString(), wild));
  }

  private Optional<String> variable(String body) {
    if (body.equals("*") || body.equals("?") || body.equals("$")) {
      return Optional.of(body);
    }
    String[] parts = body.split(",", 2);
    List<String> values = request.values(parts[0].strip()).orElse(List.of());
    if (values.size() == 1) {
      return Optional.of(values.getFirst());
    }
    return parts.length == 1
        ? Optional.empty()
        : Optional.of(parts[1].strip().substring(1, parts[1].strip().length() - 1));
  }

  private static boolean like(String pattern, String text, boolean fold) {
    String regex =
        pattern
            .chars()
            .mapToObj(
                c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
            .reduce("", String::concat);
    return Pattern.compile(regex, fold ? Pattern.CASE_INSENSITIVE : 0).matcher(text).matches();
  }

  private static Stream<JsonNode> many(JsonNode node) {
    if (node.isMissingNode()) {
      return Stream.empty();
    }
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }
}
