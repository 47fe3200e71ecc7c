package dev.skybridge.provider.registry;

import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.MapValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code tags} and {@code tags_all}: the resource's own tags over the provider's default tags. */
final class Tags {
  private Tags() {}

  static ObjectValue plan(
      ObjectValue planned,
      Optional<ObjectValue> prior,
      Map<String, String> defaultTags,
      Rules.Style style) {
    var own = planned.get("tags");
    if (own.isUnknown()) {
      return planned.with("tags_all", Value.unknown());
    }
    var all = merged(planned, defaultTags);
    if (!all.entries().isEmpty() || style instanceof Rules.Style.Framework) {
      return planned.with("tags_all", all);
    }
    boolean hadNone =
        prior
            .map(state -> state.get("tags_all"))
            .filter(had -> had.equals(MapValue.EMPTY))
            .isPresent();
    return planned.with("tags_all", hadNone ? MapValue.EMPTY : Value.unknown());
  }

  static ObjectValue decide(ObjectValue state, Map<String, String> defaultTags) {
    return state.with("tags_all", merged(state, defaultTags));
  }

  private static MapValue merged(ObjectValue state, Map<String, String> defaultTags) {
    var all = new TreeMap<String, Value>();
    defaultTags.forEach((key, text) -> all.put(key, Value.of(text)));
    if (state.get("tags") instanceof MapValue(var own)) {
      all.putAll(own);
    }
    return new MapValue(all);
  }
}
