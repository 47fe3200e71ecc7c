package dev.skybridge.services.lambda;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a call names a function: a name, {@code ACCOUNT:function:NAME} or an ARN, each with or
 * without a qualifier.
 *
 * @param arn the function, without a qualifier
 */
record FunctionName(Arn arn) {
  /** The only version that is here. */
  static final String LATEST = "$LATEST";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:arn:(aws[a-zA-Z-]*):lambda:([a-z0-9-]+):)?(?:(\\d{12}):)?(?:function:)?"
              + "([a-zA-Z0-9_-]{1,64})(?::([a-zA-Z0-9$_-]+))?");

  /**
   * The function that a call names.
   *
   * @throws AwsException ValidationException for what is no name, ResourceNotFoundException for a
   *     version or an alias, of which there are none here
   */
  static FunctionName of(ApiCall call) {
    String text = call.input().text("FunctionName");
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw call.input()
          .constraint(
              "FunctionName", text, "Member must satisfy regular expression pattern: " + FORM);
    }
    Scope scope = call.scope();
    String region = Optional.ofNullable(matcher.group(2)).orElse(scope.region().name());
    Arn arn =
        new Arn(
            new Region(region).partition(),
            "lambda",
            region,
            Optional.ofNullable(matcher.group(3)).orElse(scope.account().value()),
            "function:" + matcher.group(4));
    Optional<String> qualifier =
        call.input().find("Qualifier").or(() -> Optional.ofNullable(matcher.group(5)));
    if (qualifier.isPresent() && !qualifier.get().equals(LATEST)) {
      throw new AwsException(
          "ResourceNotFoundException", 404, "Function not found: " + arn + ":" + qualifier.get());
    }
    return new FunctionName(arn);
  }

  static AwsException notFound(Arn arn) {
    return new AwsException("ResourceNotFoundException", 404, "Function not found: " + arn);
  }
}
