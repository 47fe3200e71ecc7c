package dev.skybridge.provider.registry;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Relation;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks which arguments need or exclude each other, in the words of the real provider. */
final class RelationCheck {
  private static final String COMBINATION = "Invalid combination of arguments";

  private final ObjectValue configuration;
  private final Diagnostics diagnostics;

  RelationCheck(ObjectValue configuration, Diagnostics diagnostics) {
    this.configuration = configuration;
    this.diagnostics = diagnostics;
  }

  void check(List<Relation> relations) {
    relations.forEach(this::check);
  }

  private void check(Relation relation) {
    switch (relation) {
      case Relation.Conflicts(var path, var others) -> {
        if (isSet(path)) {
          others.stream()
              .filter(this::isSet)
              .forEach(other ->
                  diagnostics.error(
                      path,
                      "Conflicting configuration arguments",
                      "\"%s\": conflicts with %s".formatted(path, other)));
        }
      }
      case Relation.ExactlyOneOf(var paths) -> exactlyOne(paths);
      case Relation.AtLeastOneOf(var paths) -> {
        if (paths.stream().noneMatch(this::isSetOrUnknown)) {
          diagnostics.error(
              paths.getFirst(),
              "Missing required argument",
              "\"%s\": one of `%s` must be specified".formatted(paths.getFirst(), joined(paths)));
        }
      }
      case Relation.RequiredWith(var path, var others) -> {
        if (isSet(path) && !others.stream().allMatch(this::isSetOrUnknown)) {
          var all = Stream.concat(Stream.of(path), others.stream()).toList();
          diagnostics.error(
              path,
              "Missing required argument",
              "\"%s\": all of `%s` must be specified".formatted(path, joined(all)));
        }
      }
    }
  }

  private void exactlyOne(List<String> paths) {
    var set = paths.stream().filter(this::isSet).toList();
    var first = paths.getFirst();
    if (set.size() > 1) {
      diagnostics.error(
          first,
          COMBINATION,
          "\"%s\": only one of `%s` can be specified, but `%s` were specified."
              .formatted(first, joined(paths), joined(set)));
    } else if (paths.stream().noneMatch(this::isSetOrUnknown)) {
      diagnostics.error(
          first,
          COMBINATION,
          "\"%s\": one of `%s` must be specified".formatted(first, joined(paths)));
    }
  }

  private boolean isSet(String path) {
    return isSetOrUnknown(path) && !at(path).isUnknown();
  }

  private boolean isSetOrUnknown(String path) {
    return switch (at(path)) {
      case Value.Null _ -> false;
      case ListValue(var elements) -> !elements.isEmpty();
      case SetValue set -> !set.elements().isEmpty();
      default -> true;
    };
  }

  private Value at(String path) {
    Value value = configuration;
    for (var name : path.split("\\.", -1)) {
      if (value.isUnknown()) {
        return value;
      }
      var elements = Planner.elements(value);
      var object = elements.isEmpty() ? value : elements.getFirst();
      if (!(object instanceof ObjectValue(var attributes))) {
        return Value.ofNull();
      }
      value = attributes.getOrDefault(name, Value.ofNull());
    }
    return value;
  }

  private static String joined(List<String> paths) {
    return String.join(",", new TreeSet<>(paths));
  }
}
