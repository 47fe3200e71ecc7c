package dev.skybridge.services.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.services.api.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of a group as permissions: one for each protocol and port range. */
final class IpPermissions {
  private record Traffic(String protocol, int fromPort, int toPort) {
    static Traffic of(Rule rule) {
      return rule.protocol().equals("-1")
          ? new Traffic("-1", -1, -1)
          : new Traffic(rule.protocol(), rule.fromPort(), rule.toPort());
    }
  }

  private IpPermissions() {}

  static List<Output.Structure> of(NetworkView view, List<Rule> rules) {
    Map<Traffic, List<Rule>> permissions = new LinkedHashMap<>();
    rules.forEach(
        rule -> permissions.computeIfAbsent(Traffic.of(rule), _ -> new ArrayList<>()).add(rule));
    return permissions.entrySet().stream()
        .map(entry -> permission(view, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Output.Structure permission(NetworkView view, Traffic traffic, List<Rule> rules) {
    List<Output.Structure> groups = new ArrayList<>();
    List<Output.Structure> blocks = new ArrayList<>();
    List<Output.Structure> lists = new ArrayList<>();
    for (Rule rule : rules) {
      Output.Builder peer =
          Output.Structure.builder().putIf("description", view.ruleDescription(rule.id()));
      switch (rule.peer()) {
        case Place.Block(var cidr) -> blocks.add(peer.put("cidrIp", cidr.toString()).build());
        case Place.Listed(String id) -> lists.add(peer.put("prefixListId", id).build());
        case Place.Member(String id) ->
            groups.add(peer.put("userId", view.owner()).put("groupId", id).build());
      }
    }
    Output.Builder written = Output.Structure.builder().put("ipProtocol", traffic.protocol());
    if (!traffic.protocol().equals("-1")) {
      written.put("fromPort", traffic.fromPort()).put("toPort", traffic.toPort());
    }
    return written
        .structures("groups", groups)
        .structures("ipRanges", blocks)
        .structures("ipv6Ranges", List.of())
        .structures("prefixListIds", lists)
        .build();
  }
}
