package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.services.AwsException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What AWS checks when a function is created or changed, in its words where they are known. */
final class FunctionChecks {
  private static final Pattern JAVA = Pattern.compile("java\\d+(\\.al2)?");
  private static final int VARIABLES = 4096;

  private FunctionChecks() {}

  static void check(Function function, RoleSessions roles) {
    if (!JAVA.matcher(function.runtime()).matches()) {
      throw invalid(
          "The runtime "
              + function.runtime()
              + " is not served here: functions in Java are (java8.al2 to java25)");
    }
    Set<String> reserved = ProcessVariables.reserved(function.variables());
    if (!reserved.isEmpty()) {
      throw invalid(
          "Lambda was unable to configure your environment variables because the environment"
              + " variables you have provided contains reserved keys that are currently not"
              + " supported for modification. Reserved keys used in this request: "
              + String.join(", ", reserved));
    }
    int size = 0;
    for (Map.Entry<String, String> variable : function.variables().entrySet()) {
      size += (variable.getKey() + variable.getValue()).getBytes(UTF_8).length;
    }
    if (size > VARIABLES) {
      throw invalid(
          "Lambda was unable to configure your environment variables because the environment"
              + " variables you have provided exceeded the 4KB limit.");
    }
    try {
      roles.assume(function.role(), "lambda.amazonaws.com", function.name(), function.arn());
    } catch (AwsException e) {
      throw new AwsException(
          "InvalidParameterValueException",
          400,
          "The role defined for the function cannot be assumed by Lambda.",
          "[" + e.operatorMessage() + "]");
    }
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidParameterValueException", 400, message);
  }
}
