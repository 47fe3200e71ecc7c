package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.store.Transaction;
import dev.skybridge.dynamodb.table.Catalog;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.Settings;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a table: adds or removes a global index, sets billing, throughput, protection. A new
 * index is filled behind, and active as soon as it is full.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
final class UpdateTable implements Operation {
  private static final List<String> CHANGES =
      List.of(
          "BillingMode",
          "ProvisionedThroughput",
          "OnDemandThroughput",
          "DeletionProtectionEnabled",
          "TableClass",
          "SSESpecification",
          "StreamSpecification");

  /** What becomes of the table, what the answer still shows, and which indexes go. */
  private record Outcome(TableDefinition table, TableDefinition shown, Set<String> deleting) {}

  @Override
  public Response answer(Tables tables, Request request) {
    String name = TableName.of(tables, request);
    TableName.find(tables, name);
    List<Request> updates = request.parts("GlobalSecondaryIndexUpdates");
    if (updates.isEmpty() && CHANGES.stream().noneMatch(request::has)) {
      throw new ValidationException("Nothing to update");
    }
    Outcome outcome =
        tables.write(
            Change.alone(transaction -> {
              TableDefinition table = TableName.find(tables, name);
              Settings settings = SettingsRequest.change(tables, request, table.settings());
              Outcome changed =
                  updates.isEmpty() ? same(table) : indexes(transaction, request, table, updates);
              tables.catalog().put(transaction, changed.table().withSettings(settings));
              return new Outcome(
                  changed.table().withSettings(settings),
                  changed.shown().withSettings(settings),
                  changed.deleting());
            }));
    tables.background().fill();
    tables.background().remove();
    return TableJson.field(
        tables, "TableDescription", outcome.shown(), "ACTIVE", outcome.deleting());
  }

  private static Outcome same(TableDefinition table) {
    return new Outcome(table, table, Set.of());
  }

  private static Outcome indexes(
      Transaction transaction, Request request, TableDefinition table, List<Request> updates) {
    long online =
        updates.stream().filter(update -> update.has("Create") || update.has("Delete")).count();
    if (online > 1) {
      throw new ApiException(
          ErrorType.LIMIT_EXCEEDED,
          "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
              + " per table");
    }
    Outcome outcome = same(table);
    for (Request update : updates) {
      outcome = index(transaction, request, outcome, update);
    }
    return outcome;
  }

  private static Outcome index(
      Transaction transaction, Request request, Outcome before, Request update) {
    Optional<Request> create = update.part("Create");
    Optional<Request> delete = update.part("Delete");
    Optional<Request> change = update.part("Update");
    if (create.isPresent()) {
      TableDefinition table = create(transaction, request, before.table(), create.get());
      return new Outcome(table, table, before.deleting());
    }
    if (delete.isPresent()) {
      return delete(transaction, before.table(), existing(before.table(), delete.get()));
    }
    if (change.isEmpty()) {
      throw new ValidationException("Update global secondary index action is null");
    }
    IndexDefinition index = existing(before.table(), change.get());
    IndexDefinition changed = Throughputs.of(change.get()).map(index::withThroughput).orElse(index);
    List<IndexDefinition> indexes =
        before.table().indexes().stream()
            .map(other -> other.id() == index.id() ? changed : other)
            .toList();
    TableDefinition table = before.table().withIndexes(before.table().attributes(), indexes);
    return new Outcome(table, table, before.deleting());
  }

  private static IndexDefinition existing(TableDefinition table, Request request) {
    return table
        .index(request.required("IndexName", "indexName"))
        .filter(IndexDefinition::global)
        .orElseThrow(
            () -> new ApiException(ErrorType.RESOURCE_NOT_FOUND, "Requested resource not found"));
  }

  private static TableDefinition create(
      Transaction transaction, Request request, TableDefinition table, Request create) {
    Map<String, AttributeValue.Type> types = new LinkedHashMap<>(KeySchemas.types(request));
    for (KeySchema.Attribute attribute : table.attributes()) {
      AttributeValue.Type type = types.putIfAbsent(attribute.name(), attribute.type());
      if (type != null && type != attribute.type()) {
        throw ValidationException.parameter(
            "Attribute " + attribute.name() + " is already defined with type " + attribute.type());
      }
    }
    if (table.index(create.text("IndexName").orElse("")).isPresent()) {
      throw new ValidationException("Attempting to create an index which already exists");
    }
    for (Request key : create.parts("KeySchema")) {
      String attribute = key.text("AttributeName").orElse("");
      if (!types.containsKey(attribute)) {
        throw new ValidationException(
            "Attribute " + attribute + " is not defined in AttributeDefinitions");
      }
    }
    IndexDefinition index =
        IndexRequest.global(create, types, IndexDefinition.Status.CREATING)
            .withId(Catalog.takeIds(transaction, 1));
    List<IndexDefinition> indexes = new ArrayList<>(table.indexes());
    indexes.add(index);
    IndexRequest.requireFewProjected(indexes);
    return table.withIndexes(used(KeySchemas.attributes(types), table, indexes), indexes);
  }

  private static Outcome delete(
      Transaction transaction, TableDefinition table, IndexDefinition index) {
    Catalog.removeData(transaction, index.id());
    List<IndexDefinition> left =
        table.indexes().stream().filter(other -> other.id() != index.id()).toList();
    List<KeySchema.Attribute> attributes = used(table.attributes(), table, left);
    return new Outcome(
        table.withIndexes(attributes, left),
        table.withIndexes(attributes, table.indexes()),
        Set.of(index.name()));
  }

  /** The attributes that are of a key still. */
  private static List<KeySchema.Attribute> used(
      List<KeySchema.Attribute> attributes, TableDefinition table, List<IndexDefinition> indexes) {
    return attributes.stream()
        .filter(attribute ->
            table.keys().has(attribute.name())
                || indexes.stream().anyMatch(index -> index.keys().has(attribute.name())))
        .toList();
  }
}
