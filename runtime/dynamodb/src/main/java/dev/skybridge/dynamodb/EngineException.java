package dev.skybridge.dynamodb;

/** A folder that cannot be used; the message names the file and the remedy. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
