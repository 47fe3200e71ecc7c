package dev.skybridge.dynamodb.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.dynamodb.model.AttributeValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table's definition as it is kept in the store; part of the file's format. */
final class DefinitionJson {
  private final ObjectMapper mapper = new ObjectMapper();

  byte[] write(TableDefinition table) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", table.id()).put("uuid", table.uuid()).put("name", table.name());
    json.put("created", table.created().toEpochMilli());
    json.set("keys", keys(table.keys()));
    json.set("attributes", attributes(table.attributes()));
    ArrayNode indexes = json.putArray("indexes");
    table.indexes().forEach(index -> indexes.add(index(index)));
    table
        .timeToLive()
        .ifPresent(expiry ->
            json.putObject("timeToLive")
                .put("attribute", expiry.attribute())
                .put("id", expiry.id())
                .put("ready", expiry.ready()));
    json.set("settings", settings(table.settings()));
    try {
      return mapper.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TableDefinition read(byte[] bytes) {
    JsonNode json;
    try {
      json = mapper.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<IndexDefinition> indexes = new ArrayList<>();
    json.path("indexes").forEach(index -> indexes.add(index(index)));
    return new TableDefinition(
        json.path("id").intValue(),
        json.path("uuid").asText(),
        json.path("name").asText(),
        Instant.ofEpochMilli(json.path("created").longValue()),
        keys(json.path("keys")),
        attributes(json.path("attributes")),
        indexes,
        child(json, "timeToLive")
            .map(expiry ->
                new TimeToLive(
                    expiry.path("attribute").asText(),
                    expiry.path("id").intValue(),
                    expiry.path("ready").booleanValue())),
        settings(json.path("settings")));
  }

  private static ObjectNode index(IndexDefinition index) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", index.id()).put("name", index.name()).put("global", index.global());
    json.set("keys", keys(index.keys()));
    json.put("projection", index.projection().type().name());
    ArrayNode names = json.putArray("nonKeyAttributes");
    index.projection().nonKeyAttributes().forEach(names::add);
    json.put("status", index.status().name());
    index.throughput().ifPresent(units -> json.set("throughput", throughput(units)));
    return json;
  }

  private static IndexDefinition index(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.path("nonKeyAttributes").forEach(name -> names.add(name.asText()));
    return new IndexDefinition(
        json.path("id").intValue(),
        json.path("name").asText(),
        json.path("global").booleanValue(),
        keys(json.path("keys")),
        new Projection(Projection.Type.valueOf(json.path("projection").asText()), names),
        IndexDefinition.Status.valueOf(json.path("status").asText()),
        child(json, "throughput").map(DefinitionJson::throughput));
  }

  private static ObjectNode settings(Settings settings) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("billing", settings.billing().name());
    settings
        .payPerRequestSince()
        .ifPresent(since -> json.put("payPerRequestSince", since.toEpochMilli()));
    settings.throughput().ifPresent(units -> json.set("throughput", throughput(units)));
    settings.onDemand().ifPresent(units -> json.set("onDemand", throughput(units)));
    json.put("deletionProtection", settings.deletionProtection());
    settings.tableClass().ifPresent(name -> json.put("tableClass", name));
    settings.kmsKey().ifPresent(key -> json.put("kmsKey", key));
    ObjectNode tags = json.putObject("tags");
    settings.tags().forEach(tags::put);
    settings
        .recoverableSince()
        .ifPresent(since -> json.put("recoverableSince", since.toEpochMilli()));
    json.put("recoveryDays", settings.recoveryDays());
    return json;
  }

  private static Settings settings(JsonNode json) {
    Map<String, String> tags = new LinkedHashMap<>();
    json.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return new Settings(
        BillingMode.valueOf(json.path("billing").asText()),
        instant(json, "payPerRequestSince"),
        child(json, "throughput").map(DefinitionJson::throughput),
        child(json, "onDemand").map(DefinitionJson::throughput),
        json.path("deletionProtection").booleanValue(),
        child(json, "tableClass").map(JsonNode::asText),
        child(json, "kmsKey").map(JsonNode::asText),
        tags,
        instant(json, "recoverableSince"),
        json.path("recoveryDays").intValue());
  }

  private static ObjectNode keys(KeySchema keys) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("hash", attributes(keys.hash()));
    json.set("range", attributes(keys.range()));
    return json;
  }

  private static KeySchema keys(JsonNode json) {
    return new KeySchema(attributes(json.path("hash")), attributes(json.path("range")));
  }

  private static ArrayNode attributes(List<KeySchema.Attribute> attributes) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    attributes.forEach(attribute ->
        json.addObject().put("name", attribute.name()).put("type", attribute.type().name()));
    return json;
  }

  private static List<KeySchema.Attribute> attributes(JsonNode json) {
    List<KeySchema.Attribute> attributes = new ArrayList<>();
    json.forEach(attribute ->
        attributes.add(
            new KeySchema.Attribute(
                attribute.path("name").asText(),
                AttributeValue.Type.valueOf(attribute.path("type").asText()))));
    return attributes;
  }

  private static ObjectNode throughput(Throughput throughput) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("read", throughput.read())
        .put("write", throughput.write());
  }

  private static Throughput throughput(JsonNode json) {
    return new Throughput(json.path("read").longValue(), json.path("write").longValue());
  }

  private static Optional<Instant> instant(JsonNode json, String name) {
    return child(json, name).map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }

  private static Optional<JsonNode> child(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name));
  }
}
