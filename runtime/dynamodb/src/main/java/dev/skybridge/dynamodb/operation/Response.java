package dev.skybridge.dynamodb.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** An answer: writes its fields into an object that was begun. */
@FunctionalInterface
public interface Response {
  /** An answer without fields. */
  Response EMPTY = json -> {};

  void write(JsonGenerator json) throws IOException;

  /** This one's fields and then the other's. */
  default Response and(Response other) {
    return json -> {
      write(json);
      other.write(json);
    };
  }
}
