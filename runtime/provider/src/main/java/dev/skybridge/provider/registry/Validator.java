package dev.skybridge.provider.registry;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.MapValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.schema.Block;
import java.util.List;

/** Checks a configuration by schema and rules, and names every argument without effect. */
final class Validator {
  /** Waiting times: applied at once here, so there is nothing to wait for. */
  private static final String TIMEOUTS = "timeouts";

  private final String type;
  private final Block schema;
  private final Rules rules;
  private final Diagnostics diagnostics;

  Validator(String type, Block schema, Rules rules, Diagnostics diagnostics) {
    this.type = type;
    this.schema = schema;
    this.rules = rules;
    this.diagnostics = diagnostics;
  }

  void validate(ObjectValue configuration) {
    block(AttributePath.ROOT, schema, configuration);
    new RelationCheck(configuration, diagnostics).check(rules.relations());
  }

  private void block(AttributePath path, Block block, ObjectValue configuration) {
    block
        .attributes()
        .forEach(
            (name, attribute) -> attribute(path.name(name), attribute, configuration.get(name)));
    block
        .nested()
        .forEach((name, nested) -> {
          if (!name.equals(TIMEOUTS)) {
            nested(path.name(name), nested, configuration.get(name));
          }
        });
  }

  private void nested(AttributePath path, Block.Nested nested, Value configured) {
    switch (configured) {
      case ObjectValue object -> occurrence(path, nested, object);
      case ListValue(var elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          occurrence(path.index(i), nested, elements.get(i));
        }
      }
      case SetValue set -> set.elements().forEach(one -> occurrence(path, nested, one));
      case MapValue(var entries) ->
          entries.forEach((key, one) -> occurrence(path.key(key), nested, one));
      default -> {}
    }
  }

  private void occurrence(AttributePath path, Block.Nested nested, Value one) {
    var reason = rules.refused().get(path.dotted());
    if (reason != null) {
      refuse(path, reason);
      return;
    }
    if (nested.block().attributes().isEmpty() && nested.block().nested().isEmpty()) {
      effect(path, one);
    }
    if (one instanceof ObjectValue object) {
      block(path, nested.block(), object);
    }
  }

  private void attribute(AttributePath path, Block.Attribute attribute, Value value) {
    if (value.isNull()) {
      return;
    }
    if (!attribute.settable()) {
      diagnostics.error(
          path.toString(),
          "Value for unconfigurable attribute",
          "Can't configure a value for \"%s\": its value will be decided automatically based on the result of applying this configuration."
              .formatted(path.dotted()));
      return;
    }
    var reason = rules.refused().get(path.dotted());
    if (reason != null) {
      refuse(path, reason);
      return;
    }
    effect(path, value);
    if (!value.isUnknown()) {
      for (var check : rules.checks().getOrDefault(path.dotted(), List.of())) {
        check
            .complaint(path.numbered(), value)
            .ifPresent(complaint -> diagnostics.error(path.toString(), complaint, ""));
      }
    }
  }

  private void refuse(AttributePath path, String reason) {
    diagnostics.error(
        path.toString(),
        "Argument not served by this one-machine AWS",
        "%s: %s is not served: %s".formatted(type, path.dotted(), reason));
  }

  private void effect(AttributePath path, Value value) {
    var dotted = path.dotted();
    if (honoured(dotted) || rules.honouredAs().getOrDefault(dotted, List.of()).contains(value)) {
      return;
    }
    diagnostics.warning(
        path.toString(),
        "Argument without effect on this one-machine AWS",
        "%s: %s is kept in the state, but nothing acts on it here. On AWS it works as documented."
            .formatted(type, dotted));
  }

  private boolean honoured(String dotted) {
    if (rules.honoured().contains(dotted)) {
      return true;
    }
    for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', dot + 1)) {
      if (rules.honoured().contains(dotted.substring(0, dot) + ".**")) {
        return true;
      }
    }
    return rules.honoured().contains(dotted + ".**");
  }
}
