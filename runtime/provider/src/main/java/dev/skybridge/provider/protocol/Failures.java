package dev.skybridge.provider.protocol;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.registry.Connection;
import dev.skybridge.services.AwsException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Turns what a call threw into what a person reads: who did what, what refused it and why. */
final class Failures {
  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /** Code and message for AWS's own refusals; the message otherwise. */
  static String text(RuntimeException failure) {
    return failure instanceof AwsException refused
        ? refused.code() + ": " + refused.operatorMessage()
        : String.valueOf(failure.getMessage());
  }

  /**
   * Adds the diagnostic of a failure.
   *
   * @param doing what was tried, for example {@code creating}
   * @param arguments the arguments, to find the one that the message speaks of
   */
  static void add(
      Diagnostics diagnostics,
      Connection connection,
      String doing,
      String type,
      ObjectValue arguments,
      RuntimeException failure) {
    var where =
        "%s in account %s, %s, as %s"
            .formatted(
                type,
                connection.scope().account(),
                connection.scope().region(),
                connection.caller().arn());
    if (failure instanceof AwsException refused) {
      var place = PolicyPlace.find(arguments, refused.operatorMessage());
      diagnostics.error(
          place
              .map(PolicyPlace::argument)
              .orElseGet(() -> concerned(arguments, refused.operatorMessage())),
          "%s %s: %s: %s".formatted(doing, type, refused.code(), refused.operatorMessage()),
          "%s was refused as AWS refuses it (HTTP %d). %s%s"
              .formatted(
                  where,
                  refused.httpStatus(),
                  advice(refused.code()),
                  place.map(one -> "\n\n" + one.excerpt()).orElse("")));
      return;
    }
    if (failure instanceof IllegalStateException || failure instanceof NullPointerException) {
      LOG.log(Level.ERROR, doing + " " + type, failure);
    }
    diagnostics.error("", "%s %s: %s".formatted(doing, type, text(failure)), where);
  }

  private static String advice(String code) {
    if (code.contains("AccessDenied") || code.contains("Unauthorized")) {
      return "The brackets name the policy, the statement and what would let it through.";
    }
    if (code.contains("AlreadyExists") || code.contains("Duplicate") || code.contains("InUse")) {
      return "Choose another name, or take over what exists with `terraform import`.";
    }
    if (code.contains("NotFound") || code.contains("NoSuch")) {
      return "Create what the message names first, in this account and Region, or correct the reference.";
    }
    if (code.contains("DependencyViolation") || code.contains("Conflict")) {
      return "Remove what still uses it first.";
    }
    if (code.contains("LimitExceeded") || code.contains("LengthExceeded")) {
      return "AWS's quotas hold here too: shorten or split what the message names.";
    }
    return "Correct the argument that the message names.";
  }

  /**
   * The argument whose value the message quotes, the longest when there are several; else the
   * policy, of a message about one.
   */
  private static String concerned(ObjectValue arguments, String message) {
    var found = "";
    int length = 3;
    for (var one : arguments.attributes().entrySet()) {
      if (one.getValue() instanceof Value.Text(var text)
          && text.length() > length
          && message.contains(text)) {
        found = one.getKey();
        length = text.length();
      }
    }
    return found.isEmpty() && message.contains("policy") && arguments.isSet("policy")
        ? "policy"
        : found;
  }
}
