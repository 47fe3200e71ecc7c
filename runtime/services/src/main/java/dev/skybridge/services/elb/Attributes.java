package dev.skybridge.services.elb;

import java.time.Duration;

/**
 * The attributes of a load balancer that change what it does.
 *
 * @param dropInvalidHeaderFields whether headers go whose names have other characters than letters,
 *     digits and hyphens
 * @param desync how requests are treated whose framing is open to interpretation
 * @param idleTimeout how long a target may take, and a client connection be silent; 1-4000 s
 * @param preserveHostHeader whether the Host header reaches the target as it came
 * @param forwardedFor what happens to X-Forwarded-For
 * @param clientPort whether X-Forwarded-For carries the client's port
 * @param http2 whether clients may speak HTTP/2
 * @param tlsHeaders whether X-Amzn-Tls-Version and X-Amzn-Tls-Cipher-Suite are added
 * @param deletionProtection whether it cannot be deleted
 */
public record Attributes(
    boolean dropInvalidHeaderFields,
    DesyncMode desync,
    Duration idleTimeout,
    boolean preserveHostHeader,
    ForwardedFor forwardedFor,
    boolean clientPort,
    boolean http2,
    boolean tlsHeaders,
    boolean deletionProtection) {
  /** What AWS sets where nothing is asked for. */
  public static final Attributes DEFAULT =
      new Attributes(
          false,
          DesyncMode.DEFENSIVE,
          Duration.ofSeconds(60),
          false,
          ForwardedFor.APPEND,
          false,
          true,
          false,
          false);

  public Attributes {
    if (idleTimeout.toSeconds() < 1 || idleTimeout.toSeconds() > 4000) {
      throw new IllegalArgumentException(
          "idleTimeout: " + idleTimeout.toSeconds() + " s (expected: 1-4000)");
    }
  }

  /** The modes of desync mitigation. */
  public enum DesyncMode {
    MONITOR,
    DEFENSIVE,
    STRICTEST
  }

  /** What happens to the X-Forwarded-For header of a request. */
  public enum ForwardedFor {
    /** The client's address is added at the end. */
    APPEND,
    /** It stays as it came. */
    PRESERVE,
    /** It is taken away. */
    REMOVE
  }
}
