package dev.skybridge.orders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON, read and written token by token. */
final class Json {
  static final JsonFactory FACTORY = new JsonFactory();

  /** Writes a value. */
  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator generator) throws IOException;
  }

  private Json() {}

  /** The text of what {@code writing} writes. */
  static String text(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      writing.to(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes an order: {@code orderId}, {@code orderDate}, {@code fullName} and the option. */
  static void write(JsonGenerator generator, Order order, String topic) throws IOException {
    generator.writeStartObject();
    generator.writeStringField("orderId", order.id().text());
    generator.writeStringField("orderDate", order.date().toString());
    generator.writeStringField("fullName", order.fullName());
    generator.writeStringField(topic, order.option());
    generator.writeEndObject();
  }
}
