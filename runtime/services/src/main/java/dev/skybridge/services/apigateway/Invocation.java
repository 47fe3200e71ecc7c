package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.Headers;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.signature.Caller;
import java.util.Optional;

/** {@code execute-api:Invoke} as the policies see it. */
final class Invocation {
  static final String ACTION = "execute-api:Invoke";

  private Invocation() {}

  static String methodArn(Call call, Route route) {
    return route.api().executionArn()
        + "/"
        + route.stage().name()
        + "/"
        + call.method()
        + route.path();
  }

  /**
   * The request that endpoint policy, resource policy and the caller's policies decide.
   *
   * @param signer who signed it; without one it is anybody's
   * @param organization the one that the API's account is in
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html">AWS
   *     condition keys for API Gateway resource policies</a>
   */
  static AccessRequest request(
      Call call, Route route, Optional<Caller> signer, Optional<String> organization) {
    Headers headers = call.request().headers();
    Context.Builder context =
        signer.map(caller -> caller.bound().toBuilder()).orElseGet(Context::builder);
    context
        .put("aws:SourceVpce", call.arrival().vpcEndpointId())
        .put("aws:SourceVpc", call.arrival().vpcId())
        .put("aws:VpcSourceIp", call.request().peer().address().toString())
        .put("aws:SecureTransport", "true")
        .put("aws:ViaAWSService", "false")
        .put("aws:RequestedRegion", call.arrival().region().name())
        .put("aws:CurrentTime", call.time().toString())
        .put("aws:EpochTime", Long.toString(call.time().getEpochSecond()));
    organization.ifPresent(id -> context.put("aws:ResourceOrgID", id));
    headers.first("User-Agent").ifPresent(agent -> context.put("aws:UserAgent", agent));
    headers.first("Referer").ifPresent(from -> context.put("aws:Referer", from));
    return new AccessRequest(
        signer.<Principal>map(Caller::identity).orElseGet(Principal.Anonymous::new),
        ACTION,
        methodArn(call, route),
        route.api().scope().account(),
        context.build());
  }

  /** The request as AWS's refusals show it: only the last four digits of the account. */
  static AccessRequest masked(AccessRequest request) {
    String account = request.resourceAccount().value();
    return new AccessRequest(
        request.principal(),
        request.action(),
        request.resource().replace(":" + account + ":", ":********" + account.substring(8) + ":"),
        request.resourceAccount(),
        request.context());
  }
}
