package dev.skybridge.services.apigateway;

/** A function's answer that is no proxy response; the client gets a 502. */
final class MalformedResponseException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedResponseException(String message) {
    super(message);
  }
}
