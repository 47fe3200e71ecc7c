package dev.skybridge.services.apigateway.openapi;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code x-amazon-apigateway-integration}; a Lambda proxy integration is the one served. */
final class IntegrationReader {
  private static final Set<String> KNOWN =
      Set.of("type", "uri", "httpMethod", "timeoutInMillis", "passthroughBehavior", "responses");
  private static final Pattern LAMBDA =
      Pattern.compile(
          "arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/2015-03-31/functions/"
              + "(arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[a-zA-Z0-9_$:-]+)"
              + "/invocations");
  private static final int SHORTEST = 50;

  private final Cursor integration;

  IntegrationReader(Cursor integration) {
    this.integration = integration;
  }

  /** The integration; empty, with an error, where it is not one that can be served. */
  Optional<Integration> read() {
    String type = integration.text("type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.equals("aws_proxy")) {
      integration.error("type: '" + type + "' is not served here (served: aws_proxy)");
      return Optional.empty();
    }
    integration
        .get("credentials")
        .ifPresent(credentials ->
            credentials.error(
                "'credentials' is not served here: let the function's policy allow the API"));
    integration.warnUnless(KNOWN);
    String uri = integration.text("uri").orElse("");
    Matcher lambda = LAMBDA.matcher(uri);
    if (!lambda.matches()) {
      integration.error("Invalid lambda function: uri '" + uri + "'");
      return Optional.empty();
    }
    Optional<String> httpMethod = integration.text("httpMethod");
    if (httpMethod.isEmpty()) {
      integration.error("Enumeration value for HttpMethod must be non-empty");
      return Optional.empty();
    }
    return Optional.of(
        new Integration(httpMethod.get().toUpperCase(Locale.ROOT), lambda.group(1), timeout()));
  }

  private Duration timeout() {
    Optional<Cursor> millis = integration.get("timeoutInMillis");
    if (millis.isEmpty()) {
      return Integration.DEFAULT_TIMEOUT;
    }
    long value = millis.get().node().asLong(-1);
    if (value < SHORTEST || value > Integration.DEFAULT_TIMEOUT.toMillis()) {
      millis.get().error("Timeout should be between 50 ms and 29000 ms");
      return Integration.DEFAULT_TIMEOUT;
    }
    return Duration.ofMillis(value);
  }
}
