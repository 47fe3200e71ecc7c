package dev.skybridge.services.apigateway.openapi;

import static java.util.Objects.requireNonNull;

/** A parameter that a method declares; API Gateway checks only that a required one is there. */
public record Parameter(Place place, String name, boolean required) {
  public Parameter {
    requireNonNull(place);
    requireNonNull(name);
  }

  /** Where it stands, in the order in which API Gateway lists the missing ones. */
  public enum Place {
    HEADER,
    PATH,
    QUERY
  }
}
