package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What AWS reports of an instance that asked for nothing special. */
final class InstanceDefaults {
  private static final Value NONE = Value.ofNull();
  private static final Value EMPTY = Value.of("");

  private static final Map<String, Value> PLAIN =
      Map.ofEntries(
          Map.entry("associate_public_ip_address", Value.of(false)),
          Map.entry("cpu_core_count", Value.of(1)),
          Map.entry("cpu_threads_per_core", Value.of(2)),
          Map.entry("disable_api_stop", Value.of(false)),
          Map.entry("disable_api_termination", Value.of(false)),
          Map.entry("ebs_optimized", Value.of(false)),
          Map.entry("enable_primary_ipv6", NONE),
          Map.entry("host_id", EMPTY),
          Map.entry("host_resource_group_arn", NONE),
          Map.entry("iam_instance_profile", EMPTY),
          Map.entry("instance_initiated_shutdown_behavior", Value.of("stop")),
          Map.entry("instance_lifecycle", EMPTY),
          Map.entry("instance_state", Value.of("running")),
          Map.entry("ipv6_address_count", Value.of(0)),
          Map.entry("ipv6_addresses", Value.texts(List.of())),
          Map.entry("key_name", EMPTY),
          Map.entry("monitoring", Value.of(false)),
          Map.entry("outpost_arn", EMPTY),
          Map.entry("password_data", EMPTY),
          Map.entry("placement_group", EMPTY),
          Map.entry("placement_partition_number", Value.of(0)),
          Map.entry("public_dns", EMPTY),
          Map.entry("public_ip", EMPTY),
          Map.entry("secondary_private_ips", Value.textSet(List.of())),
          Map.entry("security_groups", Value.textSet(List.of())),
          Map.entry("spot_instance_request_id", EMPTY),
          Map.entry("tenancy", Value.of("default")),
          Map.entry("user_data", NONE),
          Map.entry("user_data_base64", NONE));

  private InstanceDefaults() {}

  /** Decides everything that is still unknown. */
  static ObjectValue settle(Context context, ObjectValue state) {
    ObjectValue settled = state;
    for (Map.Entry<String, Value> plain : PLAIN.entrySet()) {
      if (settled.get(plain.getKey()).isUnknown()) {
        settled = settled.with(plain.getKey(), plain.getValue());
      }
    }
    settled =
        one(
            settled,
            "capacity_reservation_specification",
            Map.of(
                "capacity_reservation_preference",
                Value.of("open"),
                "capacity_reservation_target",
                new ListValue(List.of())));
    settled =
        one(
            settled,
            "cpu_options",
            Map.of(
                "amd_sev_snp", EMPTY, "core_count", Value.of(1), "threads_per_core", Value.of(2)));
    settled = one(settled, "enclave_options", Map.of("enabled", Value.of(false)));
    settled = one(settled, "maintenance_options", Map.of("auto_recovery", Value.of("default")));
    settled =
        one(
            settled,
            "private_dns_name_options",
            Map.of(
                "enable_resource_name_dns_a_record", Value.of(false),
                "enable_resource_name_dns_aaaa_record", Value.of(false),
                "hostname_type", Value.of("ip-name")));
    for (String set : List.of("ebs_block_device", "ephemeral_block_device", "network_interface")) {
      settled = settled.get(set).isUnknown() ? settled.with(set, new SetValue(List.of())) : settled;
    }
    if (settled.get("instance_market_options").isUnknown()) {
      settled = settled.with("instance_market_options", new ListValue(List.of()));
    }
    return disk(context, metadata(settled));
  }

  private static ObjectValue metadata(ObjectValue state) {
    return state.withBlocks(
        "metadata_options",
        List.of(
            settle(
                state.block("metadata_options").orElse(ObjectValue.EMPTY),
                Map.of(
                    "http_endpoint", Value.of("enabled"),
                    "http_protocol_ipv6", Value.of("disabled"),
                    "http_put_response_hop_limit", Value.of(1),
                    "http_tokens", Value.of("optional"),
                    "instance_metadata_tags", Value.of("disabled")))));
  }

  private static ObjectValue disk(Context context, ObjectValue state) {
    ObjectValue given = state.block("root_block_device").orElse(ObjectValue.EMPTY);
    Map<String, Value> defaults = new HashMap<>();
    defaults.put("delete_on_termination", Value.of(true));
    defaults.put("device_name", Value.of("/dev/xvda"));
    defaults.put("encrypted", Value.of(false));
    defaults.put("iops", Value.of(3000));
    defaults.put("kms_key_id", EMPTY);
    defaults.put("tags_all", Value.textMap(Map.of()));
    defaults.put("throughput", Value.of(125));
    defaults.put("volume_size", Value.of(8));
    defaults.put("volume_type", Value.of("gp3"));
    if (given.attributes().isEmpty()) {
      defaults.put("tags", Value.textMap(Map.of()));
    }
    if (!given.has("volume_id") || given.get("volume_id").isUnknown()) {
      defaults.put("volume_id", Value.of(context.ids().ec2("vol")));
    }
    return state.withBlocks("root_block_device", List.of(settle(given, defaults)));
  }

  /** A nested block of one, where the plan left it open. */
  private static ObjectValue one(ObjectValue state, String name, Map<String, Value> block) {
    return state.get(name).isUnknown()
        ? state.withBlocks(name, List.of(new ObjectValue(block)))
        : state;
  }

  private static ObjectValue settle(ObjectValue block, Map<String, Value> defaults) {
    ObjectValue settled = block;
    for (Map.Entry<String, Value> one : defaults.entrySet()) {
      if (!settled.has(one.getKey()) || settled.get(one.getKey()).isUnknown()) {
        settled = settled.with(one.getKey(), one.getValue());
      }
    }
    return settled;
  }
}
