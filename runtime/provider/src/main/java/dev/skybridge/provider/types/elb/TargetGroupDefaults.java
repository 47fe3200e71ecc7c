package dev.skybridge.provider.types.elb;

import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import java.util.List;
import java.util.Map;

/** What AWS reports of a target group that asked for nothing special. */
final class TargetGroupDefaults {
  private static final Map<String, Value> PLAIN =
      Map.ofEntries(
          Map.entry("connection_termination", Value.ofNull()),
          Map.entry("ip_address_type", Value.of("ipv4")),
          Map.entry("load_balancer_arns", Value.textSet(List.of())),
          Map.entry("load_balancing_algorithm_type", Value.of("round_robin")),
          Map.entry("load_balancing_anomaly_mitigation", Value.of("off")),
          Map.entry(
              "load_balancing_cross_zone_enabled", Value.of("use_load_balancer_configuration")),
          Map.entry("preserve_client_ip", Value.ofNull()),
          Map.entry("protocol_version", Value.of("HTTP1")));

  private static final Map<String, Value> CHECK =
      Map.of(
          "enabled", Value.of(true),
          "healthy_threshold", Value.of(3),
          "interval", Value.of(30),
          "matcher", Value.of("200"),
          "path", Value.of("/"),
          "port", Value.of("traffic-port"),
          "protocol", Value.of("HTTP"),
          "timeout", Value.of(5),
          "unhealthy_threshold", Value.of(3));

  private static final Map<String, List<ObjectValue>> BLOCKS =
      Map.of(
          "stickiness",
          List.of(
              object(
                  Map.of(
                      "type", Value.of("lb_cookie"),
                      "cookie_duration", Value.of(86400),
                      "cookie_name", Value.of(""),
                      "enabled", Value.of(false)))),
          "target_failover",
          List.of(object(Map.of("on_deregistration", Value.ofNull()))),
          "target_group_health",
          List.of(
              object(
                  Map.of(
                      "dns_failover",
                      list(
                          Map.of(
                              "minimum_healthy_targets_count", Value.of("1"),
                              "minimum_healthy_targets_percentage", Value.of("off"))),
                      "unhealthy_state_routing",
                      list(
                          Map.of(
                              "minimum_healthy_targets_count", Value.of(1),
                              "minimum_healthy_targets_percentage", Value.of("off")))))),
          "target_health_state",
          List.of(object(Map.of("enable_unhealthy_connection_termination", Value.ofNull()))));

  private TargetGroupDefaults() {}

  /** Decides everything that is still unknown. */
  static ObjectValue settle(ObjectValue planned) {
    ObjectValue state = planned;
    for (Map.Entry<String, Value> plain : PLAIN.entrySet()) {
      if (state.get(plain.getKey()).isUnknown()) {
        state = state.with(plain.getKey(), plain.getValue());
      }
    }
    for (Map.Entry<String, List<ObjectValue>> block : BLOCKS.entrySet()) {
      if (!state.get(block.getKey()).isWhollyKnown()) {
        state = state.withBlocks(block.getKey(), block.getValue());
      }
    }
    ObjectValue check = state.block("health_check").orElse(ObjectValue.EMPTY);
    for (Map.Entry<String, Value> one : CHECK.entrySet()) {
      if (!check.has(one.getKey()) || check.get(one.getKey()).isUnknown()) {
        check = check.with(one.getKey(), one.getValue());
      }
    }
    return state.withBlocks("health_check", List.of(check));
  }

  private static ObjectValue object(Map<String, Value> attributes) {
    return new ObjectValue(attributes);
  }

  private static Value list(Map<String, Value> attributes) {
    return new ListValue(List.of(object(attributes)));
  }
}
