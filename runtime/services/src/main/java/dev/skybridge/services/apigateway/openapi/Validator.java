package dev.skybridge.services.apigateway.openapi;

import static java.util.Objects.requireNonNull;

/**
 * What a request validator checks.
 *
 * @param name its name in the document; empty of {@link #NONE}
 */
public record Validator(String name, boolean body, boolean parameters) {
  /** A method without a validator. */
  public static final Validator NONE = new Validator("", false, false);

  public Validator {
    requireNonNull(name);
  }
}
