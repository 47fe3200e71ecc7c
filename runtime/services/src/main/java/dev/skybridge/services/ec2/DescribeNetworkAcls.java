package dev.skybridge.services.ec2;

import dev.skybridge.network.NetworkAcl;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.ec2.Ec2Record.NetworkAclAssociation;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Describes network ACLs, the VPCs' default ones included. */
final class DescribeNetworkAcls {
  private static final Ids IDS =
      new Ids(
          "NetworkAclId",
          "acl",
          "networkAcl ID",
          "InvalidNetworkAclID.NotFound",
          "InvalidNetworkAclId.Malformed");

  private record Item(NetworkAcl acl, String owner, List<String> subnets, List<AclEntry> entries) {
    List<String> of(Function<AclEntry, String> part) {
      return entries.stream().map(part).toList();
    }
  }

  private DescribeNetworkAcls() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    return Describe.<Item>of("DescribeNetworkAcls", "networkAclSet", item -> item.acl().id())
        .ids(IDS)
        .tags(tags)
        .filter("network-acl-id", item -> item.acl().id())
        .filter("vpc-id", item -> item.acl().vpcId())
        .filter("owner-id", Item::owner)
        .filter("default", item -> Boolean.toString(item.acl().main()))
        .filters("association.subnet-id", Item::subnets)
        .filters(
            "association.network-acl-id",
            item -> item.subnets().stream().map(_ -> item.acl().id()).toList())
        .filters("entry.cidr", item -> item.of(AclEntry::cidr))
        .filters("entry.protocol", item -> item.of(AclEntry::protocol))
        .filters("entry.rule-action", item -> item.of(AclEntry::action))
        .filters("entry.egress", item -> item.of(entry -> Boolean.toString(entry.egress())))
        .filters("entry.rule-number", item -> item.of(entry -> Integer.toString(entry.number())))
        .over(
            scope -> {
              NetworkView view = new NetworkView(ec2, scope);
              return view.acls().stream().map(acl -> item(view, acl)).toList();
            },
            DescribeNetworkAcls::write);
  }

  private static Item item(NetworkView view, NetworkAcl acl) {
    List<AclEntry> entries = new ArrayList<>();
    acl.rules().forEach(rule -> entries.add(AclEntry.of(rule)));
    for (Direction direction : Direction.values()) {
      entries.add(AclEntry.last(direction));
    }
    return new Item(acl, view.owner(), subnets(view, acl), entries);
  }

  /** A VPC's default ACL has the subnets that no other has. */
  private static List<String> subnets(NetworkView view, NetworkAcl acl) {
    Set<String> placed =
        view.all(NetworkAclAssociation.class).stream()
            .map(NetworkAclAssociation::subnetId)
            .collect(Collectors.toSet());
    return view.subnets(acl.vpcId()).stream()
        .map(Subnet::id)
        .filter(id -> acl.subnetIds().contains(id) || (acl.main() && !placed.contains(id)))
        .toList();
  }

  private static Output write(Item item, Map<String, String> tags) {
    List<Output.Structure> associations =
        item.subnets().stream()
            .map(subnet ->
                Output.Structure.builder()
                    .put("networkAclId", item.acl().id())
                    .put("subnetId", subnet)
                    .build())
            .toList();
    return Output.Structure.builder()
        .put("networkAclId", item.acl().id())
        .put("vpcId", item.acl().vpcId())
        .put("ownerId", item.owner())
        .put("default", item.acl().main())
        .structures("entrySet", item.entries().stream().map(AclEntry::write).toList())
        .structures("associationSet", associations)
        .put("tagSet", TagSet.of(tags))
        .build();
  }
}
