package dev.skybridge.network.http;

import static java.util.Objects.requireNonNull;

/** A request that got no answer. */
public final class SendFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /**
   * @param kind what happened
   * @param detail the same in words for people, with AWS-side addresses
   */
  public SendFailure(Kind kind, String detail) {
    super(detail);
    this.kind = requireNonNull(kind);
  }

  public Kind kind() {
    return kind;
  }

  /** What can happen on the way to an answer, in the order of the way. */
  public enum Kind {
    /** Nobody took the connection in time; so it ends too when a gate drops the packets. */
    CONNECT_TIMEOUT,
    /** The target's machine is there, but nothing listens on the port. */
    REFUSED,
    /** The TLS handshake failed or took too long. */
    TLS,
    /** The target closed or reset the connection before its answer was complete. */
    RESET,
    /** What came is no HTTP/1.1 answer, or one too large (headers 32 KiB, body 64 MiB). */
    MALFORMED,
    /** No complete answer in time. */
    RESPONSE_TIMEOUT,
    /** The network was closed meanwhile. */
    CLOSED
  }
}
