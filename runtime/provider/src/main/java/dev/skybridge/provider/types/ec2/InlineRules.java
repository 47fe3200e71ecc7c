package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.cty.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes an {@code ingress} or {@code egress} block apart into one rule for each other side. */
final class InlineRules {
  private InlineRules() {}

  static List<Rule> of(ObjectValue block, String groupId, Direction direction) {
    List<Place> peers = new ArrayList<>();
    block.texts("cidr_blocks").forEach(text -> peers.add(new Place.Block(Parsing.block(text))));
    block.texts("prefix_list_ids").forEach(id -> peers.add(new Place.Listed(id)));
    block.texts("security_groups").forEach(id -> peers.add(new Place.Member(id)));
    if (block.flag("self")) {
      peers.add(new Place.Member(groupId));
    }
    String protocol = protocol(block.text("protocol"));
    int from = block.optionalInteger("from_port").orElse(-1);
    int to = block.optionalInteger("to_port").orElse(-1);
    return peers.stream()
        .map(peer -> {
          String what = String.join(" ", groupId, direction.name(), protocol, from + "-" + to);
          String id = new Ids(what + " " + peer).ec2("sgr");
          return new Rule(id, direction, protocol, from, to, peer);
        })
        .toList();
  }

  /**
   * The protocol's name where it has one: {@code tcp} for {@code 6}, {@code -1} for {@code all}.
   */
  static String protocol(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "6" -> "tcp";
      case "17" -> "udp";
      case "1" -> "icmp";
      case "all" -> "-1";
      default -> text.toLowerCase(Locale.ROOT);
    };
  }
}
