package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A table of a random shape.
 *
 * @param types of the key attributes of the table and its indexes, by name
 * @param indexes empty name: the table itself, which is first
 */
record Schema(String table, Map<String, String> types, List<Index> indexes) {
  private static final List<String> KEY_TYPES = List.of("S", "S", "N", "B");

  /** A key: several attributes of a kind only in a global index. */
  record Index(
      String name, boolean global, List<String> hash, List<String> range, ObjectNode projection) {
    List<String> keys() {
      List<String> keys = new ArrayList<>(hash);
      keys.addAll(range);
      return keys;
    }

    void into(ObjectNode definition) {
      definition.put("IndexName", name);
      definition.set("KeySchema", keySchema(this));
      definition.set("Projection", projection);
    }
  }

  static Schema random(String table, Values values) {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("h", values.pick(KEY_TYPES));
    List<String> range = new ArrayList<>();
    if (values.chance(70)) {
      types.put("r", values.pick(KEY_TYPES));
      range.add("r");
    }
    List<Index> indexes = new ArrayList<>();
    indexes.add(new Index("", false, List.of("h"), range, Values.object()));
    if (!range.isEmpty() && values.chance(50)) {
      types.put("i1", values.pick(KEY_TYPES));
      indexes.add(new Index("local", false, List.of("h"), List.of("i1"), projection(values)));
    }
    for (int i = values.below(3); i > 0; i--) {
      List<String> keys = new ArrayList<>(Names.INDEXED);
      Collections.rotate(keys, values.below(3));
      int several = values.chance(20) ? 2 : 1;
      List<String> hash = keys.subList(0, several);
      List<String> sort = values.chance(60) ? keys.subList(several, several + 1) : List.of();
      for (String key : keys.subList(0, several + sort.size())) {
        types.putIfAbsent(key, values.pick(KEY_TYPES));
      }
      indexes.add(new Index("global" + i, true, hash, sort, projection(values)));
    }
    return new Schema(table, types, indexes);
  }

  private static ObjectNode projection(Values values) {
    ObjectNode projection = Values.object();
    switch (values.below(3)) {
      case 0 -> projection.put("ProjectionType", "ALL");
      case 1 -> projection.put("ProjectionType", "KEYS_ONLY");
      default -> {
        projection.put("ProjectionType", "INCLUDE");
        projection.putArray("NonKeyAttributes").add("a").add("b");
      }
    }
    return projection;
  }

  Optional<Index> index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
  }

  /**
   * The same with one more global index of one or two attributes. No item has a value of another
   * type there: over such a one, DynamoDB Local never ends to fill the index.
   */
  Schema with(String name, Values values) {
    List<String> attributes = new ArrayList<>(Names.INDEXED);
    Collections.shuffle(attributes, values.random());
    Map<String, String> all = new LinkedHashMap<>(types);
    attributes.subList(0, 2).forEach(key -> all.putIfAbsent(key, values.pick(KEY_TYPES)));
    List<Index> more = new ArrayList<>(indexes);
    boolean sorted = values.chance(50);
    more.add(
        new Index(
            name,
            true,
            attributes.subList(0, 1),
            sorted ? attributes.subList(1, 2) : List.of(),
            projection(values)));
    return new Schema(table, used(all, more), more);
  }

  Schema without(String name) {
    List<Index> less = indexes.stream().filter(index -> !index.name().equals(name)).toList();
    return new Schema(table, used(types, less), less);
  }

  private static Map<String, String> used(Map<String, String> types, List<Index> indexes) {
    Map<String, String> used = new LinkedHashMap<>(types);
    used.keySet().removeIf(key -> indexes.stream().noneMatch(index -> index.keys().contains(key)));
    return used;
  }

  Index main() {
    return indexes.getFirst();
  }

  /** All key attributes. */
  List<String> attributes() {
    return List.copyOf(types.keySet());
  }

  ObjectNode createTable() {
    ObjectNode request = Values.object().put("TableName", table);
    request.put("BillingMode", "PAY_PER_REQUEST");
    define(request);
    request.set("KeySchema", keySchema(main()));
    for (Index index : indexes.subList(1, indexes.size())) {
      String field = index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
      index.into(request.withArray(field).addObject());
    }
    return request;
  }

  /** The request that adds an index of this schema to the table. */
  ObjectNode createIndex(Index index) {
    ObjectNode request = Values.object().put("TableName", table);
    define(request);
    index.into(request.putArray("GlobalSecondaryIndexUpdates").addObject().putObject("Create"));
    return request;
  }

  private void define(ObjectNode request) {
    ArrayNode definitions = request.putArray("AttributeDefinitions");
    for (String attribute : new TreeSet<>(types.keySet())) {
      definitions
          .addObject()
          .put("AttributeName", attribute)
          .put("AttributeType", types.get(attribute));
    }
  }

  private static ArrayNode keySchema(Index index) {
    ArrayNode schema = Values.object().putArray("KeySchema");
    index
        .hash()
        .forEach(name -> schema.addObject().put("AttributeName", name).put("KeyType", "HASH"));
    index
        .range()
        .forEach(name -> schema.addObject().put("AttributeName", name).put("KeyType", "RANGE"));
    return schema;
  }

  /** A key of the table, which some items have. */
  ObjectNode key(Values values) {
    ObjectNode key = Values.object();
    main().hash().forEach(name -> key.set(name, values.key(types.getOrDefault(name, "S"))));
    main().range().forEach(name -> key.set(name, values.key(types.getOrDefault(name, "S"))));
    if (values.mistake(1)) {
      key.remove("h");
    } else if (values.mistake(1)) {
      key.set("extra", values.any());
    }
    return key;
  }

  ObjectNode item(Values values) {
    ObjectNode item = key(values);
    for (String attribute : types.keySet()) {
      if (!item.has(attribute) && values.chance(70)) {
        item.set(attribute, values.key(types.getOrDefault(attribute, "S")));
      }
    }
    for (String attribute : Names.PLAIN) {
      if (values.chance(45)) {
        item.set(attribute, values.mistake(1) ? values.wrong() : values.any());
      }
    }
    return item;
  }
}
