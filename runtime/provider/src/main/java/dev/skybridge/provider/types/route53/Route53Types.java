package dev.skybridge.provider.types.route53;

import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.route53.Route53;
import java.util.List;

/** All types of Route 53. */
public final class Route53Types {
  private Route53Types() {}

  /**
   * The resource types.
   *
   * @param ec2 knows the VPCs that zones are associated with
   */
  public static List<ResourceType> resources(Route53 route53, Ec2 ec2) {
    return List.of(
        new ZoneType(route53, ec2),
        new ZoneAssociationType(route53, ec2),
        new VpcAuthorizationType(route53, ec2),
        new RecordType(route53));
  }
}
