package dev.skybridge.provider.registry;

import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.Conform;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.cty.ValueJson;
import dev.skybridge.provider.schema.Schema;

/** A data source with its schema. */
public final class ServedData {
  private final DataSourceType type;
  private final Rules rules;
  private final Schema schema;

  ServedData(DataSourceType type) {
    this.type = type;
    this.rules = type.rules();
    this.schema = Schema.ofData(type.name());
  }

  /** The schema of the real provider. */
  public Schema schema() {
    return schema;
  }

  /** Checks a configuration. */
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    new Validator("data " + type.name(), schema.block(), rules, diagnostics)
        .validate(configuration);
  }

  ObjectValue read(Connection connection, ObjectValue configuration, Diagnostics diagnostics) {
    var asked = configuration;
    for (var entry : rules.defaults().entrySet()) {
      if (asked.has(entry.getKey()) && asked.get(entry.getKey()).isNull()) {
        asked = asked.with(entry.getKey(), entry.getValue());
      }
    }
    var ids = new Ids(type.name() + ValueJson.write(asked));
    var context = new OperationContext(connection, () -> ids, PrivateData.EMPTY, diagnostics);
    var state = Conform.object(schema.type(), type.read(context, asked), type.name());
    for (var attribute : state.attributes().entrySet()) {
      if (!attribute.getValue().isWhollyKnown()) {
        state = state.with(attribute.getKey(), Value.ofNull());
      }
    }
    return state;
  }
}
