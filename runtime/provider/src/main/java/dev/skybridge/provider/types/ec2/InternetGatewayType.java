package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.Optional;

/** {@code aws_internet_gateway}. Behind it nothing answers. */
final class InternetGatewayType implements ResourceType {
  private static final Rules RULES =
      Rules.builder().honours("vpc_id", "timeouts.**").tags().build();

  private final Ec2 ec2;

  InternetGatewayType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_internet_gateway";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    planned
        .nonEmptyText("vpc_id")
        .ifPresent(vpcId -> ec2.checks().internetGateway(context.scope(), vpcId));
    String id = context.ids().ec2("igw");
    return Owned.identified(context, planned, "internet-gateway", id).orElse("vpc_id", "");
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    Optional<String> vpcId = planned.nonEmptyText("vpc_id");
    if (vpcId.isPresent() && !vpcId.equals(prior.nonEmptyText("vpc_id"))) {
      ec2.checks().internetGateway(context.scope(), vpcId.get());
    }
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(
        new Ec2Record.InternetGateway(
            context.scope(), state.text("id"), state.nonEmptyText("vpc_id")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    ec2.remove(context.scope(), state.text("id"));
  }
}
