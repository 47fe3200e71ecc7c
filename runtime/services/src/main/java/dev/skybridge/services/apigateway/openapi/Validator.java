package dev.skybridge.services.apigateway.openapi;

/** What a request validator checks. */
public record Validator(boolean body, boolean parameters) {
  /** A method without a validator. */
  public static final Validator NONE = new Validator(false, false);
}
