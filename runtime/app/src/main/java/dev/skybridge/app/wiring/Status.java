package dev.skybridge.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Vpc;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import dev.skybridge.services.elb.ElbRecord;
import dev.skybridge.services.lambda.Function;
import dev.skybridge.services.route53.HostedZone;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a runtime tells of itself. */
final class Status {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SkybridgeRuntime runtime;
  private final Services services;

  Status(SkybridgeRuntime runtime) {
    this.runtime = runtime;
    this.services = runtime.services();
  }

  /**
   * @param states the working state's path by deployment, to find what no state knows
   * @param start how its start went
   */
  ObjectNode json(JsonNode states, StartTimes start) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("running", true)
            .put("pid", runtime.pid())
            .put("since", runtime.since().toString())
            .put("data", runtime.data().root().toString())
            .put("dynamodb", runtime.tables().toString())
            .put("certificateAuthority", runtime.certificateAuthority().toString());
    runtime.inventory().entries().stream()
        .map(entry -> OrganizationAuthority.arn(entry.scope().region()).toString())
        .findFirst()
        .ifPresent(arn -> json.put("certificateAuthorityArn", arn));
    runtime.client().port().ifPresent(port -> json.put("socksPort", port));
    json.put("api", runtime.api().url());
    start.write(json.putObject("start"));
    accounts(json.putArray("accounts"));
    names(json.putArray("names"));
    interfaces(json.putArray("interfaces"));
    targets(json.putArray("targets"));
    functions(json.putArray("functions"));
    new StateComparison(runtime.registry(), runtime.inventory()).orphans(states, json);
    return json;
  }

  /** The private zone that clients use; empty when there is none. */
  String domain() {
    return services.route53.zones().stream().map(HostedZone::name).findFirst().orElse("");
  }

  private void accounts(ArrayNode rows) {
    Map<String, Integer> counts = new TreeMap<>();
    for (InventoryEntry entry : runtime.inventory().entries()) {
      counts.merge(
          entry.scope().account().value() + " " + entry.scope().region().name(), 1, Integer::sum);
    }
    counts.forEach((key, count) -> {
      String[] parts = key.split(" ", 2);
      rows.addObject().put("account", parts[0]).put("region", parts[1]).put("resources", count);
    });
  }

  private void names(ArrayNode rows) {
    for (HostedZone zone : services.route53.zones()) {
      services
          .route53
          .records(zone.id())
          .forEach(entry -> {
            ObjectNode row = rows.addObject().put("name", entry.name());
            StringBuilder addresses = new StringBuilder();
            zone.vpcIds().stream()
                .findFirst()
                .ifPresent(vpc ->
                    services
                        .fabric
                        .resolver(vpc)
                        .addresses(entry.name())
                        .forEach(address -> addresses.append(address).append(' ')));
            row.put("type", entry.type()).put("addresses", addresses.toString().strip());
          });
    }
  }

  private void interfaces(ArrayNode rows) {
    for (NetworkInterface card : services.fabric.topology().networkInterfaces()) {
      rows.addObject()
          .put("id", card.id())
          .put("description", card.description())
          .put("address", card.address().toString())
          .put(
              "loopback", services.fabric.topology().loopback(card).map(Ipv4::toString).orElse(""));
    }
    Map<String, String> dns = runtime.dns().loopbacks();
    for (Vpc vpc : services.fabric.topology().vpcs()) {
      rows.addObject()
          .put("id", vpc.id())
          .put("description", "VPC resolver (DNS over UDP and TCP)")
          .put("address", vpc.cidrs().getFirst().toString())
          .put("loopback", dns.getOrDefault(vpc.id(), ""));
    }
  }

  private void targets(ArrayNode rows) {
    for (ElbRecord.TargetGroup group : services.elb.all(ElbRecord.TargetGroup.class)) {
      services
          .elb
          .health(group.arn())
          .forEach((target, health) ->
              rows.addObject()
                  .put("group", group.name())
                  .put("target", target.address() + ":" + target.port())
                  .put("health", health.state().name().toLowerCase(Locale.ROOT))
                  .put("reason", health.reason()));
    }
  }

  private void functions(ArrayNode rows) {
    for (Function function : services.lambda.functions()) {
      rows.addObject()
          .put("function", function.name())
          .put("account", function.scope().account().value())
          .put("environments", services.lambda.environments(function.arn()));
    }
  }
}
