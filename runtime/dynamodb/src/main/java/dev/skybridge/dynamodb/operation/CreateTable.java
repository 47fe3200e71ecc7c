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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a table. It is active when this answers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
final class CreateTable implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    String name = TableName.of(tables, request);
    Map<String, AttributeValue.Type> types = KeySchemas.types(request);
    KeySchema keys = KeySchemas.table(request, types);
    List<IndexDefinition> indexes = IndexRequest.all(request, keys, types);
    requireUsed(types.keySet(), keys, indexes);
    Settings settings = SettingsRequest.create(tables, request);
    TableDefinition table =
        new TableDefinition(
            0,
            UUID.randomUUID().toString(),
            name,
            tables.clock().instant(),
            keys,
            KeySchemas.attributes(types),
            indexes,
            Optional.empty(),
            settings);
    TableDefinition made =
        tables.write(Change.alone(transaction -> make(tables, transaction, table)));
    return TableJson.field(tables, "TableDescription", made, "ACTIVE", Set.of());
  }

  private static TableDefinition make(
      Tables tables, Transaction transaction, TableDefinition table) {
    if (tables.catalog().find(table.name()).isPresent()) {
      throw new ApiException(ErrorType.RESOURCE_IN_USE, "Cannot create preexisting table");
    }
    int id = Catalog.takeIds(transaction, 1 + table.indexes().size());
    List<IndexDefinition> indexes = new ArrayList<>();
    for (IndexDefinition index : table.indexes()) {
      indexes.add(index.withId(id + 1 + indexes.size()));
    }
    TableDefinition made =
        new TableDefinition(
            id,
            table.uuid(),
            table.name(),
            table.created(),
            table.keys(),
            table.attributes(),
            indexes,
            table.timeToLive(),
            table.settings());
    tables.catalog().put(transaction, made);
    return made;
  }

  private static void requireUsed(
      Set<String> defined, KeySchema keys, List<IndexDefinition> indexes) {
    Set<String> used = new HashSet<>(keys.names());
    indexes.forEach(index -> used.addAll(index.keys().names()));
    if (!used.equals(defined)) {
      throw new ValidationException(
          "The number of attributes in key schema must match the number of attributes defined in"
              + " attribute definitions.");
    }
  }
}
