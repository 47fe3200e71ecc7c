package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.ec2.Ec2;
import java.util.List;

/** All types of EC2. */
public final class Ec2Types {
  private Ec2Types() {}

  /** The resource types, on {@code ec2}. */
  public static List<ResourceType> resources(Ec2 ec2) {
    return List.of(
        new VpcType(ec2),
        new SubnetType(ec2),
        new InternetGatewayType(ec2),
        new RouteTableType(ec2),
        new RouteType(ec2),
        new RouteTableAssociationType(ec2),
        new SecurityGroupType(ec2),
        new SecurityGroupRuleType(ec2, Direction.INGRESS),
        new SecurityGroupRuleType(ec2, Direction.EGRESS),
        new DefaultSecurityGroupType(ec2),
        new NetworkAclType(ec2),
        new DefaultNetworkAclType(ec2),
        new NetworkAclRuleType(ec2),
        new NetworkAclAssociationType(ec2),
        new InstanceType(ec2));
  }

  /** The data sources. */
  public static List<DataSourceType> dataSources() {
    return List.of(new ManagedPrefixListData(), new PrefixListData());
  }
}
