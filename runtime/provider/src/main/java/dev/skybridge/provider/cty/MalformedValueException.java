package dev.skybridge.provider.cty;

/** Bytes that are no value of the wanted type. */
public final class MalformedValueException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedValueException(String message) {
    super(message);
  }
}
