package dev.skybridge.provider.types.route53;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.route53.HostedZone;
import dev.skybridge.services.route53.Route53;
import dev.skybridge.services.route53.ZoneAssociation;

/** {@code aws_route53_zone_association}: one more VPC for a zone, of this account or another. */
final class ZoneAssociationType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("zone_id", "vpc_id", "vpc_region", "timeouts.**")
          .forceNew("zone_id", "vpc_id", "vpc_region")
          .build();

  private final Route53 route53;
  private final ZoneVpcs vpcs;

  ZoneAssociationType(Route53 route53, Ec2 ec2) {
    this.route53 = route53;
    this.vpcs = new ZoneVpcs(ec2);
  }

  @Override
  public String name() {
    return "aws_route53_zone_association";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String region = vpcs.region(context, planned);
    ZoneAssociation wanted = association(planned);
    vpcs.check(context, wanted.vpcId(), region);
    HostedZone zone = route53.checkAssociation(wanted, context.account(), region);
    return planned
        .with("id", "%s:%s:%s".formatted(wanted.zoneId(), wanted.vpcId(), region))
        .with("vpc_region", region)
        .with("owning_account", zone.account().value());
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    route53.associate(association(state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    route53.dissociate(association(state));
  }

  private static ZoneAssociation association(ObjectValue state) {
    return new ZoneAssociation(state.text("zone_id"), state.text("vpc_id"));
  }
}
