package dev.skybridge.services.apigateway.openapi;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * A resource and its methods.
 *
 * @param path as the document has it, e.g. {@code /orders/{orderId}}
 * @param methods by name
 */
public record Resource(PathTemplate path, Map<String, Method> methods) {
  /** The name of a method that serves every HTTP method. */
  public static final String ANY = "ANY";

  public Resource {
    requireNonNull(path);
    methods = Map.copyOf(methods);
  }

  /** The method that serves {@code httpMethod}: its own, else {@code ANY}. */
  public Optional<Method> method(String httpMethod) {
    return Optional.ofNullable(methods.get(httpMethod))
        .or(() -> Optional.ofNullable(methods.get(ANY)));
  }
}
