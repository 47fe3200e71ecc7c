package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;

/** {@code aws_route_table_association} of a subnet. */
final class RouteTableAssociationType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("route_table_id", "subnet_id", "timeouts.**")
          .forceNew("subnet_id", "gateway_id")
          .exactlyOneOf("subnet_id", "gateway_id")
          .refuses("gateway_id", "route tables of gateways are not served")
          .build();

  private final Ec2 ec2;

  RouteTableAssociationType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_route_table_association";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    ec2.checks()
        .association(context.scope(), planned.text("route_table_id"), planned.text("subnet_id"));
    return planned.with("id", context.ids().ec2("rtbassoc"));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    ec2.checks().vpcOfRouteTable(context.scope(), planned.text("route_table_id"));
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(
        new Ec2Record.RouteTableAssociation(
            context.scope(),
            state.text("id"),
            state.text("route_table_id"),
            state.text("subnet_id")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    ec2.remove(context.scope(), state.text("id"));
  }
}
