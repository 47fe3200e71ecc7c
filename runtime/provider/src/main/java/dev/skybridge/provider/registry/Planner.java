package dev.skybridge.provider.registry;

import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.MapValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.schema.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the planned state of configuration, prior state and rules, as the real provider does. */
final class Planner {
  private final Block schema;
  private final Rules rules;

  Planner(Block schema, Rules rules) {
    this.schema = schema;
    this.rules = rules;
  }

  /**
   * Plans one instance.
   *
   * @param configuration what the author wrote, null where nothing
   * @param prior the state before; empty for a creation
   */
  ObjectValue plan(
      ObjectValue configuration, Optional<ObjectValue> prior, Map<String, String> defaultTags) {
    var planned = block("", schema, configuration, prior);
    if (rules.tagged()) {
      planned = Tags.plan(planned, prior, defaultTags, rules.style());
    }
    return prior.isPresent() ? changed(configuration, prior.get(), planned) : planned;
  }

  private ObjectValue changed(ObjectValue configuration, ObjectValue prior, ObjectValue planned) {
    var result = planned;
    if (rules.style() instanceof Rules.Style.Framework(var keeps) && !planned.equals(prior)) {
      for (var entry : schema.attributes().entrySet()) {
        var name = entry.getKey();
        boolean decided =
            keeps.contains(name) || rules.defaults().containsKey(name) || name.equals("tags_all");
        if (entry.getValue().computed() && configuration.get(name).isNull() && !decided) {
          result = result.with(name, Value.unknown());
        }
      }
    }
    for (var entry : rules.recomputes().entrySet()) {
      if (!planned.get(entry.getKey()).equals(prior.get(entry.getKey()))) {
        for (var name : entry.getValue()) {
          result = configuration.get(name).isNull() ? result.with(name, Value.unknown()) : result;
        }
      }
    }
    return result;
  }

  private ObjectValue block(
      String path, Block block, ObjectValue configuration, Optional<ObjectValue> prior) {
    var planned = new TreeMap<String, Value>();
    block
        .attributes()
        .forEach((name, attribute) ->
            planned.put(
                name,
                attribute(
                    join(path, name),
                    attribute,
                    configuration.get(name),
                    prior.map(state -> state.get(name)))));
    block
        .nested()
        .forEach((name, nested) ->
            planned.put(
                name,
                nested(
                    join(path, name),
                    nested,
                    configuration.get(name),
                    prior.map(state -> state.get(name)))));
    return new ObjectValue(planned);
  }

  private Value attribute(
      String path, Block.Attribute attribute, Value configured, Optional<Value> prior) {
    if (attribute.writeOnly()) {
      return Value.ofNull();
    }
    if (!configured.isNull()) {
      if (undecided(configured)) {
        return Value.unknown();
      }
      return sameJson(path, configured, prior) ? prior.orElseThrow() : configured;
    }
    var fallback = rules.defaults().get(path);
    if (fallback != null) {
      return fallback;
    }
    if (attribute.computed()) {
      return prior.orElse(Value.unknown());
    }
    return rules.style() instanceof Rules.Style.Sdk
        ? prior.map(Planner::removed).orElse(Value.ofNull())
        : Value.ofNull();
  }

  /** SDK v2 remembers of a collection that it was there once. */
  private static Value removed(Value prior) {
    return switch (prior) {
      case ListValue _ -> ListValue.EMPTY;
      case SetValue _ -> SetValue.EMPTY;
      case MapValue _ -> MapValue.EMPTY;
      default -> Value.ofNull();
    };
  }

  /** SDK v2 cannot tell unknown elements of a set apart: the whole set is unknown then. */
  private boolean undecided(Value configured) {
    return rules.style() instanceof Rules.Style.Sdk
        && configured instanceof SetValue set
        && set.elements().stream().anyMatch(Value::isUnknown);
  }

  private boolean sameJson(String path, Value configured, Optional<Value> prior) {
    return rules.json().contains(path)
        && configured instanceof Value.Text(var wanted)
        && prior.isPresent()
        && prior.get() instanceof Value.Text(var had)
        && EquivalentJson.equivalent(wanted, had);
  }

  private Value nested(String path, Block.Nested nested, Value configured, Optional<Value> prior) {
    if (rules.computedBlocks().contains(path) && isEmpty(configured)) {
      return prior.orElse(Value.unknown());
    }
    return switch (configured) {
      case ObjectValue object ->
          block(path, nested.block(), object, prior.flatMap(Planner::asObject));
      case ListValue(var elements) -> {
        var had = prior.map(Planner::elements).orElse(List.of());
        var planned = new ArrayList<Value>();
        for (int i = 0; i < elements.size(); i++) {
          var before = i < had.size() ? asObject(had.get(i)) : Optional.<ObjectValue>empty();
          planned.add(element(path, nested, elements.get(i), before));
        }
        yield new ListValue(planned);
      }
      case SetValue set ->
          new SetValue(
              set(path, nested, set.elements(), prior.map(Planner::elements).orElse(List.of())));
      case MapValue(var entries) -> {
        var had = prior.map(Planner::entries).orElse(Map.of());
        var planned = new LinkedHashMap<String, Value>();
        entries.forEach((key, one) ->
            planned.put(
                key,
                element(
                    path,
                    nested,
                    one,
                    Optional.ofNullable(had.get(key)).flatMap(Planner::asObject))));
        yield new MapValue(planned);
      }
      default -> configured;
    };
  }

  /** A set's element keeps the computed values of the prior element that it does not change. */
  private List<Value> set(
      String path, Block.Nested nested, List<Value> elements, List<Value> prior) {
    var left = new ArrayList<>(prior);
    var planned = new ArrayList<Value>();
    for (var one : elements) {
      Optional<Value> same =
          left.stream()
              .filter(before -> element(path, nested, one, asObject(before)).equals(before))
              .findFirst();
      same.ifPresent(left::remove);
      planned.add(element(path, nested, one, same.flatMap(Planner::asObject)));
    }
    return planned;
  }

  private Value element(
      String path, Block.Nested nested, Value configured, Optional<ObjectValue> prior) {
    return configured instanceof ObjectValue object
        ? block(path, nested.block(), object, prior)
        : configured;
  }

  private static boolean isEmpty(Value value) {
    return value.isNull()
        || (value instanceof ListValue(var elements) && elements.isEmpty())
        || (value instanceof SetValue set && set.elements().isEmpty());
  }

  static List<Value> elements(Value value) {
    return switch (value) {
      case ListValue(var elements) -> elements;
      case SetValue set -> set.elements();
      default -> List.of();
    };
  }

  private static Map<String, Value> entries(Value value) {
    return value instanceof MapValue(var entries) ? entries : Map.of();
  }

  private static Optional<ObjectValue> asObject(Value value) {
    return value instanceof ObjectValue object ? Optional.of(object) : Optional.empty();
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
