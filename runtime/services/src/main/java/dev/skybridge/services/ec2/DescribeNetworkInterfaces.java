package dev.skybridge.services.ec2;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.ec2.Ec2Record.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes network interfaces: those of instances, load balancers, endpoints and functions. */
final class DescribeNetworkInterfaces {
  private static final Ids IDS =
      new Ids(
          "NetworkInterfaceId",
          "eni",
          "networkInterface ID",
          "InvalidNetworkInterfaceID.NotFound",
          "InvalidNetworkInterfaceId.Malformed");

  /** Whom AWS names as the owner of a load balancer's interfaces. */
  private static final String ELB = "amazon-elb";

  private record Item(NetworkInterface owned, NetworkView view) {
    String id() {
      return owned.id();
    }

    Optional<String> instance() {
      return owned.owner() == InterfaceOwner.INSTANCE
          ? Optional.of(owned.ownerId())
          : Optional.empty();
    }

    String type() {
      return switch (owned.owner()) {
        case INSTANCE, LOAD_BALANCER -> "interface";
        case VPC_ENDPOINT -> "vpc_endpoint";
        case LAMBDA -> "lambda";
      };
    }

    boolean requesterManaged() {
      return owned.owner() != InterfaceOwner.INSTANCE;
    }

    Optional<String> requester() {
      return owned.owner() == InterfaceOwner.LOAD_BALANCER ? Optional.of(ELB) : Optional.empty();
    }

    Optional<String> zone() {
      return view.zone(owned.card().subnetId());
    }

    String address() {
      return owned.card().address().toString();
    }
  }

  private DescribeNetworkInterfaces() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    Describe<Item> describe =
        Describe.<Item>of("DescribeNetworkInterfaces", "networkInterfaceSet", Item::id)
            .ids(IDS)
            .tags(tags)
            .ignores("IncludeManagedResources")
            .filter("network-interface-id", Item::id)
            .filter("description", item -> item.owned().card().description())
            .filter("interface-type", Item::type)
            .filter("owner-id", item -> item.view().owner())
            .filter("subnet-id", item -> item.owned().card().subnetId())
            .filter("vpc-id", item -> item.owned().card().vpcId())
            .filter("status", _ -> "in-use")
            .filter("source-dest-check", _ -> "true")
            .filter("requester-managed", item -> Boolean.toString(item.requesterManaged()))
            .filters("requester-id", item -> item.requester().stream().toList())
            .filters("group-id", item -> item.owned().card().groupIds())
            .filters("availability-zone", item -> item.zone().stream().toList())
            .filters("attachment.instance-id", item -> item.instance().stream().toList())
            .filter("attachment.status", _ -> "attached")
            .filter("addresses.primary", _ -> "true")
            .filters(
                "private-dns-name",
                item -> item.view().privateName(item.owned().card()).stream().toList());
    for (String name : List.of("private-ip-address", "addresses.private-ip-address")) {
      describe.filter(name, Item::address);
    }
    return describe.over(
        scope -> {
          NetworkView view = new NetworkView(ec2, scope);
          return view.all(NetworkInterface.class).stream()
              .map(owned -> new Item(owned, view))
              .toList();
        },
        DescribeNetworkInterfaces::write);
  }

  private static Output write(Item item, Map<String, String> tags) {
    NetworkView view = item.view();
    dev.skybridge.network.NetworkInterface card = item.owned().card();
    return described(view, card)
        .put("ownerId", view.owner())
        .putIf("availabilityZone", item.zone())
        .put("interfaceType", item.type())
        .put("requesterManaged", item.requesterManaged())
        .putIf("requesterId", item.requester())
        .structures("ipv6AddressesSet", List.of())
        .put("attachment", attachment(item))
        .put("tagSet", TagSet.of(tags))
        .build();
  }

  /** What describes an interface wherever it is described. */
  static Output.Builder described(NetworkView view, dev.skybridge.network.NetworkInterface card) {
    Optional<String> name = view.privateName(card);
    Output.Structure address =
        Output.Structure.builder()
            .put("primary", true)
            .put("privateIpAddress", card.address().toString())
            .putIf("privateDnsName", name)
            .build();
    return Output.Structure.builder()
        .put("networkInterfaceId", card.id())
        .put("vpcId", card.vpcId())
        .put("subnetId", card.subnetId())
        .put("description", card.description())
        .put("status", "in-use")
        .put("sourceDestCheck", true)
        .put("privateIpAddress", card.address().toString())
        .putIf("privateDnsName", name)
        .structures("privateIpAddressesSet", List.of(address))
        .structures("groupSet", groups(view, card));
  }

  static List<Output.Structure> groups(
      NetworkView view, dev.skybridge.network.NetworkInterface card) {
    List<Output.Structure> groups = new ArrayList<>();
    for (String id : card.groupIds()) {
      groups.add(
          Output.Structure.builder()
              .put("groupId", id)
              .put("groupName", view.groupName(id))
              .build());
    }
    return groups;
  }

  private static Output.Builder attachment(Item item) {
    Output.Builder attachment = Output.Structure.builder().put("status", "attached");
    return switch (item.owned().owner()) {
      case INSTANCE ->
          attachment
              .put("instanceId", item.owned().ownerId())
              .put("instanceOwnerId", item.view().owner())
              .put("deviceIndex", 0)
              .put("deleteOnTermination", true);
      case LOAD_BALANCER -> attachment.put("instanceOwnerId", ELB);
      case VPC_ENDPOINT, LAMBDA -> attachment;
    };
  }
}
