package dev.skybridge.provider.protocol;

/** Bytes that are no protocol buffer message. */
final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedMessageException(String message) {
    super(message);
  }
}
