package dev.skybridge.provider.types.dynamodb;

import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What AWS fills in below a table's own attributes. */
final class TableBlocks {
  /** AWS's default for how far back a table can be recovered, in days. */
  private static final int RECOVERY_DAYS = 35;

  private TableBlocks() {}

  /** The real provider plans an empty set where an index includes no further attributes. */
  static ObjectValue plan(ObjectValue planned) {
    List<ObjectValue> blocks = planned.blocks("global_secondary_index");
    if (blocks.size() != planned.list("global_secondary_index").size() || blocks.isEmpty()) {
      return planned;
    }
    List<Value> indexes = new ArrayList<>();
    for (ObjectValue index : blocks) {
      indexes.add(
          index.get("non_key_attributes").isNull()
              ? index.withTextSet("non_key_attributes", List.of())
              : index);
    }
    return planned.with("global_secondary_index", new SetValue(indexes));
  }

  static ObjectValue settle(ObjectValue state) {
    ObjectValue settled =
        state
            .withBlocks("point_in_time_recovery", List.of(recovery(state)))
            .withBlocks("server_side_encryption", encryption(state))
            .withBlocks("ttl", expiry(state));
    return settled.with(
        "global_secondary_index", new SetValue(indexes(state.blocks("global_secondary_index"))));
  }

  private static ObjectValue recovery(ObjectValue state) {
    boolean enabled =
        state.block("point_in_time_recovery").map(block -> block.flag("enabled")).orElse(false);
    ObjectValue block =
        state
            .block("point_in_time_recovery")
            .orElseGet(() ->
                new ObjectValue(
                    Map.of(
                        "enabled", Value.of(false),
                        "recovery_period_in_days", Value.unknown())));
    return block.orElse("recovery_period_in_days", Value.of(enabled ? RECOVERY_DAYS : 0));
  }

  private static List<ObjectValue> expiry(ObjectValue state) {
    return state.blocks("ttl").isEmpty()
        ? List.of(
            new ObjectValue(Map.of("attribute_name", Value.of(""), "enabled", Value.of(false))))
        : state.blocks("ttl");
  }

  private static List<ObjectValue> encryption(ObjectValue state) {
    return state.blocks("server_side_encryption").stream()
        .map(block -> block.orElse("kms_key_arn", ""))
        .toList();
  }

  private static List<Value> indexes(List<ObjectValue> indexes) {
    List<Value> settled = new ArrayList<>();
    for (ObjectValue index : indexes) {
      settled.add(index.orElse("read_capacity", Value.of(0)).orElse("write_capacity", Value.of(0)));
    }
    return settled;
  }
}
