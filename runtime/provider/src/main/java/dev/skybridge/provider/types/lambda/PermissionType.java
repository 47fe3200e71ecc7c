package dev.skybridge.provider.types.lambda;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.lambda.LambdaService;
import dev.skybridge.services.lambda.Permission;

/** {@code aws_lambda_permission}: a statement of a function's resource policy. */
final class PermissionType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "action",
              "function_name",
              "principal",
              "principal_org_id",
              "source_account",
              "source_arn",
              "statement_id",
              "statement_id_prefix")
          .forceNew(
              "action",
              "event_source_token",
              "function_name",
              "function_url_auth_type",
              "principal",
              "principal_org_id",
              "qualifier",
              "source_account",
              "source_arn",
              "statement_id",
              "statement_id_prefix")
          .conflicts("statement_id", "statement_id_prefix")
          .refuses("qualifier", "versions and aliases are not served")
          .oneOf("function_url_auth_type", "NONE", "AWS_IAM")
          .check("statement_id", Check.length(1, 100))
          .build();

  private final LambdaService lambda;

  PermissionType(LambdaService lambda) {
    this.lambda = lambda;
  }

  @Override
  public String name() {
    return "aws_lambda_permission";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String prefix = planned.nonEmptyText("statement_id_prefix").orElse("terraform-");
    String id =
        planned.nonEmptyText("statement_id").orElseGet(() -> prefix + context.ids().hex(26, "id"));
    ObjectValue state =
        planned.with("id", id).with("statement_id", id).orElse("statement_id_prefix", "");
    lambda.check(permission(context.scope(), state));
    return state;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    lambda.put(permission(context.scope(), state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    Permission permission = permission(context.scope(), state);
    lambda.removePermission(permission.function(), permission.statementId());
  }

  /** A function's own ARN and name are unique in an account and Region, so is this together. */
  @Override
  public String id(ObjectValue state) {
    return state.text("function_name") + "/" + state.text("statement_id");
  }

  private static Permission permission(Scope scope, ObjectValue state) {
    String function = state.text("function_name");
    return new Permission(
        Arn.isArn(function) ? Arn.parse(function) : scope.arn("lambda", "function:" + function),
        state.text("statement_id"),
        state.text("action"),
        state.text("principal"),
        state.nonEmptyText("source_arn"),
        state.nonEmptyText("source_account"),
        state.nonEmptyText("principal_org_id"));
  }
}
