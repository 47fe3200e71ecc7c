package dev.skybridge.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer with a JSON body, as API Gateway takes it from a function.
 *
 * @param status the HTTP status
 * @param headers beside {@code Content-Type: application/json}, which every answer has
 * @param body JSON text
 */
record Answer(int status, Map<String, String> headers, String body) {
  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer of(int status, Json.Writing body) {
    return new Answer(status, Map.of(), Json.text(body));
  }

  /** An answer that says in one sentence why the request was not served. */
  static Answer problem(int status, String message) {
    return of(
        status,
        json -> {
          json.writeStartObject();
          json.writeStringField("message", message);
          json.writeEndObject();
        });
  }

  Answer with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Answer(status, all, body);
  }

  void write(OutputStream output) throws IOException {
    try (JsonGenerator json = Json.FACTORY.createGenerator(output)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", status);
      json.writeObjectFieldStart("headers");
      json.writeStringField("Content-Type", "application/json");
      for (Map.Entry<String, String> header : headers.entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeStringField("body", body);
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }
}
