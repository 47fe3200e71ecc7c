package dev.skybridge.provider.types.apigateway;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.apigateway.ApiGateway;
import java.util.Optional;

/**
 * {@code aws_api_gateway_rest_api_policy}: the resource policy of an API, changed in place. Like
 * every change of an API it counts from the next deployment on.
 */
final class RestApiPolicyType implements ResourceType {
  private static final String SHORTHAND = "\"execute-api:/";

  private static final Rules RULES =
      Rules.builder()
          .honours("rest_api_id", "policy")
          .forceNew("rest_api_id")
          .json("policy")
          .build();

  private final ApiGateway gateway;

  RestApiPolicyType(ApiGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "aws_api_gateway_rest_api_policy";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    check(context, planned);
    return planned.with("id", planned.text("rest_api_id"));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    check(context, planned);
    return planned;
  }

  private void check(Context context, ObjectValue planned) {
    gateway.checks().api(context.scope(), planned.text("rest_api_id"));
    policy(context, planned);
    if (planned.text("policy").contains(SHORTHAND)) {
      context.warn(
          "policy",
          "The resource is kept as a full ARN",
          "API Gateway expands execute-api:/... when it stores the policy, so every plan will show"
              + " a change. Write the API's execution_arn instead, for example"
              + " \"${aws_api_gateway_rest_api.NAME.execution_arn}/*\".");
    }
  }

  private AttachedPolicy policy(Context context, ObjectValue state) {
    return gateway
        .checks()
        .policy(context.scope(), state.text("rest_api_id"), state.text("policy"));
  }

  @Override
  public Optional<ObjectValue> read(Context context, ObjectValue state) {
    boolean kept = !state.text("policy").contains(SHORTHAND);
    return Optional.of(
        kept ? state : state.with("policy", policy(context, state).policy().toString()));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    gateway.putPolicy(context.scope(), state.text("rest_api_id"), policy(context, state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    gateway.removePolicy(context.scope(), state.text("rest_api_id"));
  }
}
