package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.cty.ObjectValue;

/** What every resource of EC2 carries once it is made. */
final class Owned {
  private Owned() {}

  /**
   * A planned state with its id, ARN and owner.
   *
   * @param kind as ARNs name it, e.g. {@code subnet}
   */
  static ObjectValue identified(Context context, ObjectValue planned, String kind, String id) {
    return planned
        .with("id", id)
        .with("arn", context.scope().arn("ec2", kind + "/" + id).toString())
        .with("owner_id", context.account().value());
  }
}
