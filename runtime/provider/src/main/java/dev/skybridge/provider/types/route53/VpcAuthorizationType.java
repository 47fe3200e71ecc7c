package dev.skybridge.provider.types.route53;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.route53.Route53;
import dev.skybridge.services.route53.ZoneAssociation;

/**
 * {@code aws_route53_vpc_association_authorization}: lets the account of a VPC associate it with a
 * zone of this account. An association that was made outlives it, as on AWS.
 */
final class VpcAuthorizationType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("zone_id", "vpc_id", "vpc_region", "timeouts.**")
          .forceNew("zone_id", "vpc_id", "vpc_region")
          .build();

  private final Route53 route53;
  private final ZoneVpcs vpcs;

  VpcAuthorizationType(Route53 route53, Ec2 ec2) {
    this.route53 = route53;
    this.vpcs = new ZoneVpcs(ec2);
  }

  @Override
  public String name() {
    return "aws_route53_vpc_association_authorization";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    ZoneAssociation allowed = association(planned);
    route53.ownZone(allowed.zoneId(), context.account());
    return planned
        .with("id", allowed.zoneId() + ":" + allowed.vpcId())
        .with("vpc_region", vpcs.region(context, planned));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    route53.authorize(association(state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    route53.withdraw(association(state));
  }

  private static ZoneAssociation association(ObjectValue state) {
    return new ZoneAssociation(state.text("zone_id"), state.text("vpc_id"));
  }
}
