package dev.skybridge.network.http;

import java.time.Duration;

/**
 * What a listening takes.
 *
 * @param requestLine the longest request line, in bytes
 * @param header the longest header line, in bytes
 * @param headers how long all header lines may be together, in bytes
 * @param body the longest body, in bytes
 * @param idle how long a connection may be silent while no request is being handled
 * @param http2 whether HTTP/2 is offered in the TLS handshake (ALPN)
 */
public record HttpSettings(
    int requestLine, int header, int headers, int body, Duration idle, boolean http2) {
  /** The limits of an Application Load Balancer; HTTP/1.1 only; bodies up to 10 MiB; 60 s. */
  public static final HttpSettings DEFAULT =
      new HttpSettings(16 << 10, 16 << 10, 64 << 10, 10 << 20, Duration.ofSeconds(60), false);

  public HttpSettings {
    if (requestLine < 1 || header < 1 || headers < 1 || body < 0) {
      throw new IllegalArgumentException("limits: 0 or less (expected: 1 or more)");
    }
    if (!idle.isPositive()) {
      throw new IllegalArgumentException("idle: " + idle + " (expected: more than nothing)");
    }
  }

  public HttpSettings withBody(int bytes) {
    return new HttpSettings(requestLine, header, headers, bytes, idle, http2);
  }

  public HttpSettings withIdle(Duration silence) {
    return new HttpSettings(requestLine, header, headers, body, silence, http2);
  }

  public HttpSettings withHttp2(boolean offered) {
    return new HttpSettings(requestLine, header, headers, body, idle, offered);
  }
}
