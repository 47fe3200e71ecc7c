package dev.skybridge.app.wiring;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.lambda.Function;
import dev.skybridge.services.lambda.LogSink;
import dev.skybridge.services.logs.LogEvent;
import dev.skybridge.services.logs.LogsService;
import java.util.List;

/** Lambda writes a function's log as its execution role, which must be allowed to. */
record LogWiring(LogsService logs, Iam iam) implements LogSink {
  @Override
  public void write(Function function, String stream, List<Line> lines) {
    Scope scope = function.scope();
    Principal.Identity writer = RoleSession.of(scope, function.role(), function.name());
    logs.write(
        scope,
        function.logGroup(),
        stream,
        lines.stream().map(line -> new LogEvent(line.millis(), stream, line.text())).toList(),
        (action, resource) -> allows(writer, action, resource));
  }

  private boolean allows(Principal.Identity writer, String action, Arn resource) {
    AccessRequest request =
        new AccessRequest(writer, action, resource.toString(), writer.account(), Context.empty());
    return Access.decide(iam.principalPolicies(writer), ResourcePolicies.none(), request).allowed();
  }
}
