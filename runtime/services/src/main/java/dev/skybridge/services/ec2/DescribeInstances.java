package dev.skybridge.services.ec2;

import dev.skybridge.network.NetworkInterface;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.ec2.Ec2Record.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes instances, each in a reservation of its own. They are places in the network in which
 * nothing runs; AWS's word for such a one that acts is {@code running}.
 */
final class DescribeInstances {
  private static final Ids IDS =
      new Ids(
          "InstanceId",
          "i",
          "instance ID",
          "InvalidInstanceID.NotFound",
          "InvalidInstanceID.Malformed");

  private static final int RUNNING = 16;

  private record Item(Instance instance, NetworkInterface card, NetworkView view) {
    List<String> name() {
      return view.privateName(card).stream().toList();
    }

    List<String> zone() {
      return view.zone(card.subnetId()).stream().toList();
    }

    List<String> groupNames() {
      return card.groupIds().stream().map(view::groupName).toList();
    }
  }

  private DescribeInstances() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    return Describe.<Item>of("DescribeInstances", "reservationSet", item -> item.instance().id())
        .ids(IDS)
        .tags(tags)
        .ignores("IncludeManagedResources")
        .filter("instance-id", item -> item.instance().id())
        .filter("image-id", item -> item.instance().imageId())
        .filter("instance-type", item -> item.instance().type())
        .filter("instance-state-name", _ -> "running")
        .filter("instance-state-code", _ -> Integer.toString(RUNNING))
        .filter("owner-id", item -> item.view().owner())
        .filter("vpc-id", item -> item.card().vpcId())
        .filter("subnet-id", item -> item.card().subnetId())
        .filter("private-ip-address", item -> item.card().address().toString())
        .filters("private-dns-name", Item::name)
        .filters("availability-zone", Item::zone)
        .filters("iam-instance-profile.arn", item -> item.instance().profile().stream().toList())
        .filters("instance.group-id", item -> item.card().groupIds())
        .filters("instance.group-name", Item::groupNames)
        .filter("network-interface.network-interface-id", item -> item.card().id())
        .filter("network-interface.vpc-id", item -> item.card().vpcId())
        .filter("network-interface.subnet-id", item -> item.card().subnetId())
        .filters("network-interface.group-id", item -> item.card().groupIds())
        .over(
            scope -> {
              NetworkView view = new NetworkView(ec2, scope);
              return view.all(Instance.class).stream()
                  .flatMap(instance -> item(view, instance).stream())
                  .toList();
            },
            DescribeInstances::write);
  }

  private static Optional<Item> item(NetworkView view, Instance instance) {
    return view.find(Ec2Record.NetworkInterface.class, instance.interfaceId())
        .map(owned -> new Item(instance, owned.card(), view));
  }

  private static Output write(Item item, Map<String, String> tags) {
    return Output.Structure.builder()
        .put("ownerId", item.view().owner())
        .structures("groupSet", List.of())
        .structures("instancesSet", List.of(instance(item, tags)))
        .build();
  }

  private static Output.Structure instance(Item item, Map<String, String> tags) {
    NetworkView view = item.view();
    NetworkInterface card = item.card();
    Output.Builder written =
        Output.Structure.builder()
            .put("instanceId", item.instance().id())
            .put("imageId", item.instance().imageId())
            .put("instanceType", item.instance().type())
            .put(
                "instanceState",
                Output.Structure.builder().put("code", RUNNING).put("name", "running"))
            .put("amiLaunchIndex", 0)
            .put("vpcId", card.vpcId())
            .put("subnetId", card.subnetId())
            .put("privateIpAddress", card.address().toString())
            .putIf("privateDnsName", view.privateName(card))
            .put("sourceDestCheck", true)
            .structures("groupSet", DescribeNetworkInterfaces.groups(view, card))
            .structures(
                "networkInterfaceSet",
                List.of(
                    DescribeNetworkInterfaces.described(view, card)
                        .put("ownerId", view.owner())
                        .build()));
    view.zone(card.subnetId())
        .ifPresent(zone ->
            written.put("placement", Output.Structure.builder().put("availabilityZone", zone)));
    item.instance()
        .profile()
        .ifPresent(
            arn -> written.put("iamInstanceProfile", Output.Structure.builder().put("arn", arn)));
    if (!tags.isEmpty()) {
      written.put("tagSet", TagSet.of(tags));
    }
    return written.build();
  }
}
