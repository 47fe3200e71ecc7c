package dev.skybridge.dynamodb.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skybridge.dynamodb.store.View;
import dev.skybridge.dynamodb.table.BillingMode;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.Projection;
import dev.skybridge.dynamodb.table.Settings;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import dev.skybridge.dynamodb.table.Throughput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tables as the API describes them. Counts and sizes are those of now.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html">TableDescription</a>
 */
final class TableJson {
  private TableJson() {}

  /**
   * The field with a table's description.
   *
   * @param status e.g. {@code ACTIVE}
   * @param deleting names of indexes that were just removed; the table still shows them
   */
  static Response field(
      Tables tables, String name, TableDefinition table, String status, Set<String> deleting) {
    Map<Integer, View.Count> counts =
        tables.read(view -> {
          Map<Integer, View.Count> found = new TreeMap<>();
          found.put(table.id(), view.counted(table.id()));
          table.indexes().forEach(index -> found.put(index.id(), view.counted(index.id())));
          return found;
        });
    return json -> {
      json.writeObjectFieldStart(name);
      new Writer(json, tables, table, counts, deleting).write(status);
      json.writeEndObject();
    };
  }

  private record Writer(
      JsonGenerator json,
      Tables tables,
      TableDefinition table,
      Map<Integer, View.Count> counts,
      Set<String> deleting) {

    void write(String status) throws IOException {
      Settings settings = table.settings();
      json.writeArrayFieldStart("AttributeDefinitions");
      for (KeySchema.Attribute attribute : table.attributes()) {
        json.writeStartObject();
        json.writeStringField("AttributeName", attribute.name());
        json.writeStringField("AttributeType", attribute.type().name());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("TableName", table.name());
      keys(table.keys());
      json.writeStringField("TableStatus", status);
      time("CreationDateTime", table.created());
      throughput(settings.throughput().orElse(new Throughput(0, 0)));
      count(table.id(), "TableSizeBytes");
      json.writeStringField("TableArn", arn());
      json.writeStringField("TableId", table.uuid());
      billing(settings);
      indexes("LocalSecondaryIndexes", table.indexes(false));
      indexes("GlobalSecondaryIndexes", table.indexes(true));
      settings(settings);
    }

    private String arn() {
      return tables.dataSet().arn("table/" + table.name());
    }

    private void time(String name, Instant time) throws IOException {
      json.writeNumberField(name, BigDecimal.valueOf(time.toEpochMilli(), 3));
    }

    private void count(int id, String size) throws IOException {
      View.Count count = counts.getOrDefault(id, new View.Count(0, 0));
      json.writeNumberField(size, count.bytes());
      json.writeNumberField("ItemCount", count.items());
    }

    private void keys(KeySchema keys) throws IOException {
      json.writeArrayFieldStart("KeySchema");
      for (KeySchema.Attribute attribute : keys.hash()) {
        key(attribute, "HASH");
      }
      for (KeySchema.Attribute attribute : keys.range()) {
        key(attribute, "RANGE");
      }
      json.writeEndArray();
    }

    private void key(KeySchema.Attribute attribute, String type) throws IOException {
      json.writeStartObject();
      json.writeStringField("AttributeName", attribute.name());
      json.writeStringField("KeyType", type);
      json.writeEndObject();
    }

    private void throughput(Throughput throughput) throws IOException {
      json.writeObjectFieldStart("ProvisionedThroughput");
      json.writeNumberField("NumberOfDecreasesToday", 0);
      json.writeNumberField("ReadCapacityUnits", throughput.read());
      json.writeNumberField("WriteCapacityUnits", throughput.write());
      json.writeEndObject();
    }

    private void billing(Settings settings) throws IOException {
      if (settings.billing() == BillingMode.PROVISIONED
          && settings.payPerRequestSince().isEmpty()) {
        return;
      }
      json.writeObjectFieldStart("BillingModeSummary");
      json.writeStringField("BillingMode", settings.billing().name());
      if (settings.payPerRequestSince().isPresent()) {
        time("LastUpdateToPayPerRequestDateTime", settings.payPerRequestSince().get());
      }
      json.writeEndObject();
    }

    private void indexes(String name, List<IndexDefinition> indexes) throws IOException {
      if (indexes.isEmpty()) {
        return;
      }
      json.writeArrayFieldStart(name);
      for (IndexDefinition index : indexes) {
        json.writeStartObject();
        index(index);
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void index(IndexDefinition index) throws IOException {
      json.writeStringField("IndexName", index.name());
      keys(index.keys());
      json.writeObjectFieldStart("Projection");
      json.writeStringField("ProjectionType", index.projection().type().name());
      if (index.projection().type() == Projection.Type.INCLUDE) {
        json.writeArrayFieldStart("NonKeyAttributes");
        for (String attribute : index.projection().nonKeyAttributes()) {
          json.writeString(attribute);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      boolean active = true;
      if (index.global()) {
        boolean creating = index.status() == IndexDefinition.Status.CREATING;
        active = !creating && !deleting.contains(index.name());
        json.writeStringField(
            "IndexStatus", creating ? "CREATING" : active ? "ACTIVE" : "DELETING");
        if (creating) {
          json.writeBooleanField("Backfilling", true);
        }
        if (index.throughput().isPresent()) {
          throughput(index.throughput().get());
        }
      }
      if (active) {
        count(index.id(), "IndexSizeBytes");
      }
      json.writeStringField("IndexArn", arn() + "/index/" + index.name());
    }

    private void settings(Settings settings) throws IOException {
      if (settings.kmsKey().isPresent()) {
        json.writeObjectFieldStart("SSEDescription");
        json.writeStringField("Status", "ENABLED");
        json.writeStringField("SSEType", "KMS");
        json.writeStringField("KMSMasterKeyArn", settings.kmsKey().get());
        json.writeEndObject();
      }
      if (settings.tableClass().isPresent()) {
        json.writeObjectFieldStart("TableClassSummary");
        json.writeStringField("TableClass", settings.tableClass().get());
        json.writeEndObject();
      }
      json.writeBooleanField("DeletionProtectionEnabled", settings.deletionProtection());
      if (settings.onDemand().isPresent()) {
        json.writeObjectFieldStart("OnDemandThroughput");
        json.writeNumberField("MaxReadRequestUnits", settings.onDemand().get().read());
        json.writeNumberField("MaxWriteRequestUnits", settings.onDemand().get().write());
        json.writeEndObject();
      }
    }
  }
}
