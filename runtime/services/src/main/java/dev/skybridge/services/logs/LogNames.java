package dev.skybridge.services.logs;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import java.util.Optional;

/** How calls name groups and streams, and how policies see them. */
final class LogNames {
  private static final String PREFIX = "log-group:";

  private LogNames() {}

  /** The group that a call names by {@code logGroupName} or {@code logGroupIdentifier}. */
  static Arn group(ApiCall call) {
    Input input = call.input();
    Optional<String> identifier = input.find("logGroupIdentifier");
    if (identifier.filter(Arn::isArn).isPresent()) {
      return byArn(call.scope(), Arn.parse(identifier.get()));
    }
    return call.scope()
        .arn("logs", PREFIX + checked(identifier.or(() -> input.find("logGroupName")).orElse("")));
  }

  /** ARNs end with {@code :*} where they mean the group with its streams. */
  private static Arn byArn(Scope scope, Arn arn) {
    String resource =
        arn.resource().endsWith(":*")
            ? arn.resource().substring(0, arn.resource().length() - 2)
            : arn.resource();
    if (!arn.service().equals("logs")
        || !arn.region().equals(scope.region().name())
        || !arn.account().matches("[0-9]{12}")
        || !resource.startsWith(PREFIX)) {
      throw invalid("Invalid log group ARN: " + arn);
    }
    String name = checked(resource.substring(PREFIX.length()));
    return new Scope(new AccountId(arn.account()), scope.region()).arn("logs", PREFIX + name);
  }

  private static String checked(String name) {
    if (!name.matches("[.\\-_/#A-Za-z0-9]{1,512}")) {
      throw invalid(
          "1 validation error detected: Value '"
              + name
              + "' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular"
              + " expression pattern: [\\.\\-_/#A-Za-z0-9]+");
    }
    return name;
  }

  /** A stream's name, which must be there. */
  static String stream(ApiCall call) {
    String name = call.input().text("logStreamName");
    if (name.isEmpty() || name.length() > 512 || name.contains(":") || name.contains("*")) {
      throw invalid(
          "1 validation error detected: Value '"
              + name
              + "' at 'logStreamName' failed to satisfy constraint: Member must satisfy regular"
              + " expression pattern: [^:*]*");
    }
    return name;
  }

  /** What policies are asked about: a stream of a group; an empty name for the group itself. */
  static Arn resource(Arn group, String stream) {
    return new Arn(
        group.partition(),
        group.service(),
        group.region(),
        group.account(),
        group.resource() + ":log-stream:" + stream);
  }

  static AwsException invalid(String message) {
    return new AwsException("InvalidParameterException", 400, message);
  }

  static AwsException invalidToken() {
    return invalid("The specified nextToken is invalid.");
  }

  static AwsException noStream() {
    return new AwsException(
        "ResourceNotFoundException", 400, "The specified log stream does not exist.");
  }
}
