package dev.skybridge.services.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/** Inputs and outputs as JSON: times are seconds since 1970, with milliseconds after the point. */
final class JsonText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonText() {}

  /** A body as an object; an empty one has no members. */
  static ObjectNode parse(byte[] body) {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new AwsException("SerializationException", 400, "The body is not valid JSON.");
    }
    throw new AwsException("SerializationException", 400, "The body is not a JSON object.");
  }

  static byte[] write(Output output) {
    return bytes(node(output));
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode node(Output output) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (output) {
      case Output.Text text -> nodes.textNode(text.value());
      case Output.Whole whole -> nodes.numberNode(whole.value());
      case Output.Flag flag -> nodes.booleanNode(flag.value());
      case Output.Time time -> nodes.numberNode(seconds(time.value()));
      case Output.Blob blob -> nodes.binaryNode(blob.value());
      case Output.Items items -> {
        ArrayNode array = nodes.arrayNode();
        items.values().forEach(each -> array.add(node(each)));
        yield array;
      }
      case Output.Entries entries -> {
        ObjectNode object = nodes.objectNode();
        entries.values().forEach((name, value) -> object.set(name, node(value)));
        yield object;
      }
      case Output.Structure structure -> {
        ObjectNode object = nodes.objectNode();
        structure.members().forEach((name, value) -> object.set(name, node(value)));
        yield object;
      }
    };
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3).stripTrailingZeros();
  }
}
