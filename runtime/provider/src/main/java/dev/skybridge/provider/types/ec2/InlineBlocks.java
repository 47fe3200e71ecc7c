package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plans blocks that are really attributes as SDK v2 does: what they leave out is empty, not null,
 * and a set with an unknown element is unknown.
 */
final class InlineBlocks {
  private InlineBlocks() {}

  /**
   * The object with the elements of the set {@code name} filled in.
   *
   * @param empties what stands for null, by attribute; strings are {@code ""} otherwise
   */
  static ObjectValue filled(ObjectValue planned, String name, Map<String, Value> empties) {
    if (!(planned.get(name) instanceof SetValue set)) {
      return planned;
    }
    List<Value> filled = new ArrayList<>();
    for (Value element : set.elements()) {
      if (element instanceof ObjectValue block) {
        ObjectValue whole = block;
        for (Map.Entry<String, Value> one : block.attributes().entrySet()) {
          if (one.getValue().isNull()) {
            whole = whole.with(one.getKey(), empties.getOrDefault(one.getKey(), Value.of("")));
          } else if (one.getValue() instanceof SetValue inner && !inner.isWhollyKnown()) {
            whole = whole.with(one.getKey(), Value.unknown());
          }
        }
        filled.add(whole);
      } else {
        filled.add(element);
      }
    }
    return planned.with(name, new SetValue(filled));
  }
}
