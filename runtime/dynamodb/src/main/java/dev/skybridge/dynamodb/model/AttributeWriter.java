package dev.skybridge.dynamodb.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Writes attribute values as the API's JSON. */
public final class AttributeWriter {
  private AttributeWriter() {}

  /** Writes attributes as one object. */
  public static void write(JsonGenerator json, Item item) throws IOException {
    attributes(json, item.attributes());
  }

  /** Writes one value, e.g. {@code {"N":"12"}}. */
  public static void write(JsonGenerator json, AttributeValue value) throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.type().name());
    switch (value) {
      case AttributeValue.S string -> json.writeString(string.value());
      case AttributeValue.N number -> json.writeString(number.value().toString());
      case AttributeValue.B binary -> json.writeString(binary.value().base64());
      case AttributeValue.BOOL truth -> json.writeBoolean(truth.value());
      case AttributeValue.NULL nothing -> json.writeBoolean(true);
      case AttributeValue.L list -> {
        json.writeStartArray();
        for (AttributeValue element : list.values()) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case AttributeValue.M map -> attributes(json, map.values());
      case AttributeValue.SS strings -> array(json, strings.values());
      case AttributeValue.NS numbers -> array(json, numbers.values());
      case AttributeValue.BS binaries -> array(json, binaries.values());
    }
    json.writeEndObject();
  }

  private static void attributes(JsonGenerator json, Map<String, AttributeValue> attributes)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      json.writeFieldName(attribute.getKey());
      write(json, attribute.getValue());
    }
    json.writeEndObject();
  }

  /** Members of a set: each one's text is its form in the API. */
  private static void array(JsonGenerator json, Iterable<?> members) throws IOException {
    json.writeStartArray();
    for (Object member : members) {
      json.writeString(member.toString());
    }
    json.writeEndArray();
  }
}
