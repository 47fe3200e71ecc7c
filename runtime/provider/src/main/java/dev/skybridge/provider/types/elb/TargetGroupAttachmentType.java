package dev.skybridge.provider.types.elb;

import dev.skybridge.network.Ipv4;
import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.elb.ElbRecord.Attachment;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;

/** {@code aws_lb_target_group_attachment} of an address. */
final class TargetGroupAttachmentType implements ResourceType {
  private static final String PORT = "port";

  private static final Rules RULES =
      Rules.builder()
          .honours("target_group_arn", "target_id", PORT)
          .forceNew("target_group_arn", "target_id", PORT, "availability_zone")
          .build();

  private final Elb elb;

  TargetGroupAttachmentType(Elb elb) {
    this.elb = elb;
  }

  @Override
  public String name() {
    return "aws_lb_target_group_attachment";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String arn = planned.text("target_group_arn");
    TargetGroup group =
        elb.find(TargetGroup.class, arn)
            .orElseThrow(() ->
                new AwsException(
                    "TargetGroupNotFound", 400, "Target groups '" + arn + "' not found"));
    if (!Ipv4.isAddress(planned.text("target_id"))) {
      throw new AwsException(
          "ValidationError",
          400,
          "The IP address '" + planned.text("target_id") + "' is not a valid IPv4 address");
    }
    context.remember(PORT, Integer.toString(planned.optionalInteger(PORT).orElse(group.port())));
    return planned.with("id", arn + "-" + context.ids().hex(26));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    elb.put(attachment(state, Integer.parseInt(remembered.text(PORT))));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    int port =
        context
            .remembered()
            .optionalText(PORT)
            .map(Integer::parseInt)
            .or(() -> state.optionalInteger(PORT))
            .orElse(443);
    elb.remove(attachment(state, port).id());
  }

  private static Attachment attachment(ObjectValue state, int port) {
    return new Attachment(
        Arn.parse(state.text("target_group_arn")),
        new Target(Ipv4.parse(state.text("target_id")), port));
  }
}
