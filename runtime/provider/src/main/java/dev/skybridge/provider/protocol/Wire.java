package dev.skybridge.provider.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.provider.Diagnostic;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.cty.MsgPack;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Type;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.cty.ValueJson;
import dev.skybridge.provider.registry.AttributePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The messages that several calls share: values, diagnostics, paths. */
final class Wire {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Wire() {}

  /** A DynamicValue (msgpack = 1, json = 2); empty when it is null or not there. */
  static Optional<ObjectValue> object(WireMessage from, int field, Type.ObjectOf type) {
    return from.message(field)
        .map(dynamic -> {
          var json = dynamic.bytes(2);
          return json.length > 0
              ? ValueJson.read(type, json(json))
              : MsgPack.read(type, dynamic.bytes(1));
        })
        .filter(value -> value instanceof ObjectValue)
        .map(value -> (ObjectValue) value);
  }

  /** A DynamicValue. */
  static WireWriter dynamic(Type type, Value value) {
    return new WireWriter().bytes(1, MsgPack.write(type, value));
  }

  static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new MalformedMessageException("no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  static void diagnostics(WireWriter to, int field, Diagnostics diagnostics) {
    for (var one : diagnostics.all()) {
      var message =
          new WireWriter()
              .number(1, one.severity() == Diagnostic.Severity.ERROR ? 1 : 2)
              .text(2, one.summary())
              .text(3, one.detail());
      if (!one.attribute().isEmpty()) {
        message.message(4, path(AttributePath.parse(one.attribute())));
      }
      to.message(field, message);
    }
  }

  static WireWriter path(AttributePath path) {
    var message = new WireWriter();
    for (var step : path.steps()) {
      message.message(
          1,
          switch (step) {
            case AttributePath.Step.Name(var name) -> new WireWriter().text(1, name);
            case AttributePath.Step.Key(var key) -> new WireWriter().text(2, key);
            case AttributePath.Step.Index(var index) -> new WireWriter().chosenNumber(3, index);
          });
    }
    return message;
  }
}
