package dev.skybridge.services.apigateway;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.ApiCall;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has tags: APIs, stages, domain names. */
final class Tagged {
  private static final Pattern PATH =
      Pattern.compile(
          "/(?:restapis/(?<api>[^/]+)(?:/stages/(?<stage>[^/]+))?|domainnames/(?<domain>[^/]+))");

  private Tagged() {}

  /** The tags of the resource of an ARN; empty if there is none of the caller's with it. */
  static Optional<Map<String, String>> find(ApiGateway gateway, ApiCall call, String arn) {
    String prefix = GatewayCalls.arn(call, "");
    Matcher path = PATH.matcher(arn.startsWith(prefix) ? arn.substring(prefix.length()) : "");
    if (!path.matches()) {
      return Optional.empty();
    }
    Scope scope = call.scope();
    if (path.group("domain") != null) {
      return gateway
          .catalog()
          .domain(scope.region(), path.group("domain"))
          .filter(domain -> domain.scope().equals(scope))
          .map(domain -> domain.details().tags());
    }
    Optional<RestApi> api =
        gateway.api(scope.region(), path.group("api")).filter(found -> found.scope().equals(scope));
    return path.group("stage") == null
        ? api.map(found -> found.details().tags())
        : api.flatMap(found -> gateway.stage(scope.region(), found.id(), path.group("stage")))
            .map(stage -> stage.details().tags());
  }
}
