package dev.skybridge.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.network.http.HttpRequest;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a REST request, and what of its input is in the URL. */
final class RestRequests {
  private RestRequests() {}

  /** An operation and the values of its path's labels. */
  record Found(ApiOperation operation, Map<String, String> labels) {}

  static Optional<Found> find(List<ApiOperation> operations, HttpRequest request) {
    return operations.stream()
        .flatMap(operation ->
            operation.route().match(request.method(), request.path()).stream()
                .map(labels -> new Found(operation, labels)))
        .findFirst();
  }

  /** Puts labels and the query's parameters; a parameter that comes twice is a list. */
  static void addUrl(ObjectNode input, HttpRequest request, Map<String, String> labels) {
    for (String pair : request.query().split("&", -1)) {
      if (!pair.isEmpty() && !pair.startsWith("X-Amz-")) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (input.get(name) instanceof ArrayNode several) {
          several.add(value);
        } else if (input.has(name)) {
          String first = input.path(name).asText();
          input.putArray(name).add(first).add(value);
        } else {
          input.put(name, value);
        }
      }
    }
    labels.forEach(input::put);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
