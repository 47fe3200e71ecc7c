package dev.skybridge.services.iam;

import dev.skybridge.policy.Context;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Input;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The condition keys of a simulated request, as {@code ContextEntries} gives them: each with a type
 * and values of that type.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">
 *     ContextEntry</a>
 */
final class ContextEntries {
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2}))?|\\d+");

  private ContextEntries() {}

  /** What the values of a key are; of each there is a list too. */
  private enum Type {
    STRING(Pattern.compile("(?s).*")),
    NUMERIC(Pattern.compile("[+-]?\\d+(\\.\\d+)?")),
    BOOLEAN(Pattern.compile("(?i)true|false")),
    IP(Pattern.compile("[0-9a-fA-F.:]+(/\\d{1,3})?")),
    BINARY(Pattern.compile("[A-Za-z0-9+/]*={0,2}")),
    DATE(ContextEntries.DATE);

    private final Pattern form;

    Type(Pattern form) {
      this.form = form;
    }
  }

  static Context of(Input input) {
    Context.Builder context = Context.builder();
    for (Input entry : input.structures("ContextEntries")) {
      String name = entry.text("ContextKeyName");
      List<String> values = entry.texts("ContextKeyValues");
      check(name, entry.text("ContextKeyType"), values);
      context.put(name, values);
    }
    return context.build();
  }

  private static void check(String name, String typeName, List<String> values) {
    boolean list = typeName.endsWith("List");
    String single = list ? typeName.substring(0, typeName.length() - "List".length()) : typeName;
    Type type = type(name, typeName, single);
    if (!list && values.size() > 1) {
      throw invalid(
          "Context key "
              + name
              + " has "
              + values.size()
              + " values; write its type as "
              + typeName
              + "List.");
    }
    for (String value : values) {
      if (!type.form.matcher(value).matches()) {
        throw invalid(
            "Context key " + name + ": " + value + " is no value of type " + single + ".");
      }
    }
  }

  private static Type type(String name, String typeName, String single) {
    for (Type type : Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(single)) {
        return type;
      }
    }
    throw invalid(
        "Context key "
            + name
            + " has the type "
            + typeName
            + " (expected: string, stringList,"
            + " numeric, numericList, boolean, booleanList, ip, ipList, binary, binaryList, date,"
            + " dateList).");
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidInput", 400, message);
  }
}
