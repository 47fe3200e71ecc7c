package dev.skybridge.network.http;

import java.time.Duration;

/**
 * How long a client waits for its target.
 *
 * @param connect for the TCP connection
 * @param handshake for the TLS handshake after it
 * @param response for the whole answer, from when the request is sent
 */
public record Timeouts(Duration connect, Duration handshake, Duration response) {
  /** Those of an Application Load Balancer: 10 s, 10 s, and an idle timeout of 60 s. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60));

  public Timeouts {
    if (!connect.isPositive() || !handshake.isPositive() || !response.isPositive()) {
      throw new IllegalArgumentException(
          "timeouts: %s, %s, %s (expected: more than nothing)"
              .formatted(connect, handshake, response));
    }
  }

  /** The same time for each of the three. */
  public static Timeouts each(Duration time) {
    return new Timeouts(time, time, time);
  }
}
