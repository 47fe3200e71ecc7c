package dev.skybridge.services.ec2;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.ec2.Ec2Record.NetworkInterface;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import java.util.List;
import java.util.Map;

/** Describes subnets. */
final class DescribeSubnets {
  private static final Ids IDS =
      new Ids(
          "SubnetId",
          "subnet",
          "subnet ID",
          "InvalidSubnetID.NotFound",
          "InvalidSubnetID.Malformed");

  private final Ec2 ec2;

  private DescribeSubnets(Ec2 ec2) {
    this.ec2 = ec2;
  }

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    DescribeSubnets subnets = new DescribeSubnets(ec2);
    Describe<Subnet> describe =
        Describe.of("DescribeSubnets", "subnetSet", Subnet::id)
            .ids(IDS)
            .tags(tags)
            .filter("subnet-id", Subnet::id)
            .filter("subnet-arn", DescribeSubnets::arn)
            .filter("vpc-id", Subnet::vpcId)
            .filter("available-ip-address-count", subnet -> Long.toString(subnets.free(subnet)))
            .filter("map-public-ip-on-launch", _ -> "false")
            .filter("ipv6-native", _ -> "false")
            .filter("enable-dns64", _ -> "false")
            .filter("owner-id", subnet -> subnet.scope().account().value())
            .filter("state", _ -> "available");
    for (String name : List.of("cidr-block", "cidr", "cidrBlock")) {
      describe.filter(name, subnet -> subnet.cidr().toString());
    }
    for (String name : List.of("availability-zone", "availabilityZone")) {
      describe.filter(name, Subnet::availabilityZone);
    }
    for (String name : List.of("availability-zone-id", "availabilityZoneId")) {
      describe.filter(name, DescribeSubnets::zoneId);
    }
    for (String name : List.of("default-for-az", "defaultForAz")) {
      describe.filter(name, _ -> "false");
    }
    return describe.over(scope -> ec2.all(Subnet.class, scope), subnets::write);
  }

  private Output write(Subnet subnet, Map<String, String> tags) {
    Output.Builder written =
        Output.Structure.builder()
            .put("subnetId", subnet.id())
            .put("subnetArn", arn(subnet))
            .put("state", "available")
            .put("ownerId", subnet.scope().account().value())
            .put("vpcId", subnet.vpcId())
            .put("cidrBlock", subnet.cidr().toString())
            .put("availableIpAddressCount", free(subnet))
            .put("availabilityZone", subnet.availabilityZone())
            .put("availabilityZoneId", zoneId(subnet))
            .put("defaultForAz", false)
            .put("mapPublicIpOnLaunch", false)
            .put("mapCustomerOwnedIpOnLaunch", false)
            .put("assignIpv6AddressOnCreation", false)
            .structures("ipv6CidrBlockAssociationSet", List.of())
            .put("enableDns64", false)
            .put("ipv6Native", false)
            .put(
                "privateDnsNameOptionsOnLaunch",
                Output.Structure.builder()
                    .put("hostnameType", "ip-name")
                    .put("enableResourceNameDnsARecord", false)
                    .put("enableResourceNameDnsAAAARecord", false));
    if (!tags.isEmpty()) {
      written.put("tagSet", TagSet.of(tags));
    }
    return written.build();
  }

  /** AWS keeps five addresses of each subnet for itself. */
  private long free(Subnet subnet) {
    long used =
        ec2.all(NetworkInterface.class, subnet.scope()).stream()
            .filter(owned -> owned.card().subnetId().equals(subnet.id()))
            .count();
    return subnet.cidr().size() - Addresses.KEPT - used;
  }

  private static String arn(Subnet subnet) {
    return subnet.scope().arn("ec2", "subnet/" + subnet.id()).toString();
  }

  private static String zoneId(Subnet subnet) {
    return new Zones(subnet.scope().region()).id(subnet.availabilityZone());
  }
}
