package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.Projection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the indexes of a request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/SecondaryIndexes.html">
 *     Improving data access with secondary indexes</a>
 */
final class IndexRequest {
  private static final int MOST_LOCAL = 5;
  private static final int MOST_GLOBAL = 20;
  private static final int MOST_PROJECTED = 100;

  private IndexRequest() {}

  /** The indexes of a table that is to be made; their ids are given later. */
  static List<IndexDefinition> all(
      Request request, KeySchema table, Map<String, AttributeValue.Type> types) {
    List<IndexDefinition> indexes = new ArrayList<>();
    List<Request> locals = list(request, "LocalSecondaryIndexes", "LSI");
    List<Request> globals = list(request, "GlobalSecondaryIndexes", "GSI");
    if (!locals.isEmpty() && table.range().isEmpty()) {
      throw new ValidationException(
          "Local Secondary indices are not allowed on hash tables, only hash and range tables");
    }
    for (Request local : locals) {
      indexes.add(local(local, table, types));
    }
    requireDistinct(indexes, "Two local secondary indices have the same name");
    for (Request global : globals) {
      indexes.add(global(global, types, IndexDefinition.Status.ACTIVE));
    }
    requireDistinct(indexes, "Two global secondary indices have the same name");
    if (locals.size() > MOST_LOCAL) {
      throw ValidationException.parameter(
          "Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    }
    if (globals.size() > MOST_GLOBAL) {
      throw ValidationException.parameter(
          "GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
    requireFewProjected(indexes);
    return indexes;
  }

  /** The attributes that indexes name are limited for all of a table's together. */
  static void requireFewProjected(List<IndexDefinition> indexes) {
    int projected =
        indexes.stream().mapToInt(index -> index.projection().nonKeyAttributes().size()).sum();
    if (projected > MOST_PROJECTED) {
      throw ValidationException.parameter(
          "Number of projected attributes across all indexes exceeds the limit of 100");
    }
  }

  private static List<Request> list(Request request, String name, String kind) {
    List<Request> list = request.parts(name);
    if (request.has(name) && list.isEmpty()) {
      throw new ValidationException(kind + " list is empty/invalid");
    }
    return list;
  }

  private static void requireDistinct(List<IndexDefinition> indexes, String message) {
    Set<String> names = new HashSet<>();
    for (IndexDefinition index : indexes) {
      if (!names.add(index.name())) {
        throw new ValidationException(message);
      }
    }
  }

  private static IndexDefinition local(
      Request request, KeySchema table, Map<String, AttributeValue.Type> types) {
    String name = name(request);
    KeySchema keys = KeySchemas.local(request, types);
    if (keys.range().isEmpty()) {
      throw new ValidationException("Local secondary indices must have a range key");
    }
    if (!keys.hash().equals(table.hash())) {
      throw new ValidationException(
          "Local Secondary indices must have the same hash key as the main table");
    }
    return new IndexDefinition(
        0, name, false, keys, projection(request), IndexDefinition.Status.ACTIVE, Optional.empty());
  }

  /** A global index. */
  static IndexDefinition global(
      Request request, Map<String, AttributeValue.Type> types, IndexDefinition.Status status) {
    return new IndexDefinition(
        0,
        name(request),
        true,
        KeySchemas.global(request, types),
        projection(request),
        status,
        Throughputs.of(request));
  }

  private static String name(Request request) {
    String name = request.required("IndexName", "indexName");
    TableName.check(name);
    return name;
  }

  private static Projection projection(Request request) {
    Request projection =
        request
            .part("Projection")
            .orElseThrow(() -> new ValidationException("Indexes must have a projection specified"));
    List<String> names = projection.texts("NonKeyAttributes");
    Projection.Type type =
        switch (projection.text("ProjectionType").orElse("")) {
          case "ALL" -> Projection.Type.ALL;
          case "KEYS_ONLY" -> Projection.Type.KEYS_ONLY;
          case "INCLUDE" -> Projection.Type.INCLUDE;
          default ->
              throw new ValidationException(
                  "Member must satisfy enum value set: [ALL, INCLUDE, KEYS_ONLY]");
        };
    if (type == Projection.Type.INCLUDE && names.isEmpty()) {
      throw new ValidationException(
          "If Projection type INCLUDE is specified, some non-key attributes to include in the"
              + " projection must be specified as well");
    }
    if (type != Projection.Type.INCLUDE && projection.has("NonKeyAttributes")) {
      throw new ValidationException(
          "No attributes should be specified to be projected unless projection type is INCLUDE");
    }
    return new Projection(type, names);
  }
}
