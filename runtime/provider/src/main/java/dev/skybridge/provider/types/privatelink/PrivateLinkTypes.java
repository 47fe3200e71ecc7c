package dev.skybridge.provider.types.privatelink;

import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.privatelink.PrivateLink;
import java.util.List;

/** The types of VPC endpoints. */
public final class PrivateLinkTypes {
  private PrivateLinkTypes() {}

  /**
   * All of them.
   *
   * @param ec2 gets the network interfaces and routes of endpoints
   */
  public static List<ResourceType> resources(PrivateLink privateLink, Ec2 ec2) {
    return List.of(new VpcEndpointType(privateLink, ec2));
  }
}
