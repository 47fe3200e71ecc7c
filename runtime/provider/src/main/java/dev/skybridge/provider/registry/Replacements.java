package dev.skybridge.provider.registry;

import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the changes that cannot be made in place. A path stops at a set: its elements have none.
 */
final class Replacements {
  private final Set<AttributePath> found = new LinkedHashSet<>();

  private Replacements() {}

  static List<AttributePath> between(
      ObjectValue prior, ObjectValue planned, Collection<String> forceNew) {
    var replacements = new Replacements();
    for (var path : new TreeSet<>(forceNew)) {
      replacements.walk(List.of(path.split("\\.", -1)), prior, planned, AttributePath.ROOT);
    }
    return List.copyOf(replacements.found);
  }

  private void walk(List<String> names, Value prior, Value planned, AttributePath path) {
    if (prior.equals(planned)) {
      return;
    }
    if (names.isEmpty()) {
      found.add(path);
      return;
    }
    if (prior instanceof SetValue || planned instanceof SetValue) {
      if (!projected(names, prior).equals(projected(names, planned))) {
        found.add(path);
      }
      return;
    }
    if (prior instanceof ListValue || planned instanceof ListValue) {
      var had = Planner.elements(prior);
      var wanted = Planner.elements(planned);
      for (int i = 0; i < Math.max(had.size(), wanted.size()); i++) {
        walk(names, at(had, i), at(wanted, i), path.index(i));
      }
      return;
    }
    var name = names.getFirst();
    walk(names.subList(1, names.size()), field(prior, name), field(planned, name), path.name(name));
  }

  private static Value at(List<Value> elements, int index) {
    return index < elements.size() ? elements.get(index) : Value.ofNull();
  }

  private static Value field(Value value, String name) {
    return switch (value) {
      case ObjectValue object -> object.get(name);
      case Value.Unknown unknown -> unknown;
      default -> Value.ofNull();
    };
  }

  /** What stands at these names in every element, as a bag. */
  private static SetValue projected(List<String> names, Value value) {
    if (value.isUnknown()) {
      return new SetValue(List.of(value));
    }
    var result = new ArrayList<Value>();
    for (var element : Planner.elements(value)) {
      var part = element;
      for (var name : names) {
        part = part instanceof SetValue || part instanceof ListValue ? part : field(part, name);
      }
      result.add(part);
    }
    return new SetValue(result);
  }
}
