package dev.skybridge.provider.types.common;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;

/**
 * {@code data aws_caller_identity}. Deviation: the user id of a role session has the form of AWS's,
 * but is not the role's {@code unique_id}.
 */
final class CallerIdentityData implements DataSourceType {
  private static final Rules RULES = Rules.builder().honours("id").build();

  @Override
  public String name() {
    return "aws_caller_identity";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    var account = context.account().value();
    var caller = context.caller();
    var user =
        caller
            .roleArn()
            .map(role -> new Ids(role).iam("AROA") + ":" + lastPart(caller.arn()))
            .orElse(account);
    return configuration
        .with("id", account)
        .with("account_id", account)
        .with("arn", caller.arn())
        .with("user_id", user);
  }

  private static String lastPart(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
