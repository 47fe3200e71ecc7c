package dev.skybridge.provider.registry;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.Conform;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource type with its schema. */
public final class Served {
  private final ResourceType type;
  private final Rules rules;
  private final Schema schema;

  Served(ResourceType type) {
    this.type = type;
    this.rules = type.rules();
    this.schema = Schema.ofResource(type.name());
  }

  /** The schema of the real provider. */
  public Schema schema() {
    return schema;
  }

  /** The type. */
  public ResourceType type() {
    return type;
  }

  Rules rules() {
    return rules;
  }

  /** The id by which an import and the inventory know an instance of this state. */
  public String id(ObjectValue state) {
    return type.id(state);
  }

  /** Checks a configuration. */
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    new Validator(type.name(), schema.block(), rules, diagnostics).validate(configuration);
    if (!diagnostics.failed()) {
      type.validate(configuration, diagnostics);
    }
  }

  ObjectValue plan(
      OperationContext context,
      ObjectValue configuration,
      Optional<ObjectValue> prior,
      Map<String, String> defaultTags) {
    var planned = new Planner(schema.block(), rules).plan(configuration, prior, defaultTags);
    return Conform.object(schema.type(), type.plan(context, prior, planned), type.name());
  }

  List<AttributePath> replacements(ObjectValue prior, ObjectValue planned) {
    Set<String> paths = new HashSet<>(rules.forceNew());
    paths.addAll(type.replacedBy(prior, planned));
    return Replacements.between(prior, planned, paths);
  }

  /** A state as the type made it, whole and of the schema's shape. */
  ObjectValue complete(ObjectValue state, Map<String, String> defaultTags) {
    var whole = Conform.object(schema.type(), state, type.name());
    if (rules.tagged() && !whole.isSet("tags_all")) {
      whole = Tags.decide(whole, defaultTags);
    }
    for (var attribute : whole.attributes().entrySet()) {
      if (!attribute.getValue().isWhollyKnown()) {
        throw new IllegalStateException(
            "%s: %s was left unknown".formatted(type.name(), attribute.getKey()));
      }
    }
    return whole;
  }

  /** The state as the inventory may hold it. */
  ObjectValue withoutSecrets(ObjectValue state) {
    var shown = state;
    for (var name : rules.secrets()) {
      shown = shown.with(name, Value.ofNull());
    }
    return shown;
  }

  /** A stored state with the secrets of the state that Terraform has. */
  ObjectValue withSecrets(ObjectValue stored, ObjectValue from) {
    var whole = stored;
    for (var name : rules.secrets()) {
      whole = whole.get(name).isNull() ? whole.with(name, from.get(name)) : whole;
    }
    return whole;
  }

  /** A state in which only the id is known, as an import begins with. */
  ObjectValue empty() {
    return Conform.object(schema.type(), ObjectValue.EMPTY, type.name());
  }
}
