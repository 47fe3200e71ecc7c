package dev.skybridge.network.http;

/** The version of HTTP that a message came with. */
public enum HttpVersion {
  HTTP_1_0("HTTP/1.0"),
  HTTP_1_1("HTTP/1.1"),
  HTTP_2("HTTP/2.0");

  private final String text;

  HttpVersion(String text) {
    this.text = text;
  }

  /** As it is written: {@code HTTP/1.1}; as an ALB's log writes it, {@code HTTP/2.0}. */
  @Override
  public String toString() {
    return text;
  }
}
