package dev.skybridge.network.http;

import static java.util.Objects.requireNonNull;

/**
 * Something that came in a request's place and never reaches the handler.
 *
 * @param kind what is wrong with it
 * @param detail the same in words for people
 * @param head the start of the request line as far as it was read, e.g. {@code GET /x HTTP/1.1};
 *     may be empty
 * @param peer who sent it
 */
public record RefusedRequest(Kind kind, String detail, String head, Peer peer) {
  public RefusedRequest {
    requireNonNull(kind);
    requireNonNull(detail);
    requireNonNull(head);
    requireNonNull(peer);
  }

  /** What can be wrong, with the status that RFC 9110 has for it. */
  public enum Kind {
    /** Not HTTP, or a message whose framing is ambiguous (request smuggling). */
    MALFORMED(400),
    /** The request line is longer than {@link HttpSettings#requestLine}. */
    REQUEST_LINE_TOO_LONG(414),
    /** One header line is longer than {@link HttpSettings#header}. */
    HEADER_TOO_LARGE(431),
    /** The header lines together are longer than {@link HttpSettings#headers}. */
    HEADERS_TOO_LARGE(431),
    /** The body is longer than {@link HttpSettings#body}. */
    BODY_TOO_LARGE(413),
    /** A transfer coding other than {@code chunked}. */
    TRANSFER_ENCODING(501),
    /** Neither HTTP/1.0 nor HTTP/1.1 on a connection that speaks that. */
    VERSION(505),
    /** The rest of a request did not come within {@link HttpSettings#idle}. */
    INCOMPLETE(408);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The status code of RFC 9110; AWS's may differ. */
    public int status() {
      return status;
    }
  }
}
