package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.testing.Signed.Fault;
import dev.skybridge.testing.Signed.Way;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a case's request is signed: {@code {as: WHO, fault: FAULT, age: PT6M, presigned: PT5M, again:
 * true, alter: {...}}}. {@code age} is how long ago it was signed, {@code presigned} how long a
 * presigned URL is good, {@code again} sends it twice, and {@code alter} changes one thing after it
 * was signed: {@code method}, {@code path}, {@code query}, {@code body}, or a {@code header} {@code
 * to} another value; without one the header is left out.
 */
record AccessSignature(JsonNode form) {
  String who() {
    return form.path("as").asText();
  }

  boolean again() {
    return form.path("again").asBoolean();
  }

  static Fault fault(JsonNode name) {
    return Fault.valueOf(name.asText("none").toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  /** The request with its signature. */
  Request on(Request request, Signed credentials) {
    Way way = Way.of(fault(form.path("fault")));
    Way mine =
        new Way(
            way.fault(),
            form.has("age") ? Duration.parse(form.path("age").asText()) : way.age(),
            form.has("presigned")
                ? Optional.of(Duration.parse(form.path("presigned").asText()))
                : Optional.empty());
    return altered(credentials.sign(request, mine), form.path("alter"));
  }

  private static Request altered(Request signed, JsonNode alter) {
    if (alter.isMissingNode()) {
      return signed;
    }
    String what = alter.fieldNames().next();
    String value = alter.path(what).asText();
    String url = signed.url().toString();
    return switch (what) {
      case "method" -> new Request(value, signed.url(), signed.headers(), signed.body());
      case "path" -> at(signed, url.replace(signed.url().getRawPath(), value));
      case "query" -> at(signed, url + (url.contains("?") ? "&" : "?") + value);
      case "body" -> signed.body(value);
      case "header" -> withHeader(signed, value, alter.path("to"));
      default ->
          throw new IllegalArgumentException(
              what + " (expected: method, path, query, body or header)");
    };
  }

  private static Request at(Request request, String url) {
    return new Request(request.method(), URI.create(url), request.headers(), request.body());
  }

  private static Request withHeader(Request request, String name, JsonNode to) {
    List<Request.Header> headers = new ArrayList<>(request.headers());
    boolean was = headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    if (to.isMissingNode() && !was) {
      throw new IllegalArgumentException(name + ": not sent (sent: " + headers + ")");
    }
    if (!to.isMissingNode()) {
      headers.add(new Request.Header(name, to.asText()));
    }
    return new Request(request.method(), request.url(), headers, request.body());
  }
}
