package dev.skybridge.network.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/**
 * An answer with its whole body.
 *
 * <p>From a handler: the headers are sent as given and nothing is invented, but for {@code
 * Content-Length} where neither that nor {@code Transfer-Encoding: chunked} is given (and the
 * status is not 1xx, 204 or 304), and {@code Connection: close} where the connection ends after it.
 * A handler's own {@code Connection: close} ends the connection. To a HEAD request the headers go
 * out alone.
 *
 * <p>From the client: the headers are those that came.
 *
 * @param status 200-599
 * @param reason the reason phrase, which may be empty; not sent in HTTP/2
 * @param headers its headers
 * @param body its body, empty if there is none; not copied: do not change it
 */
// Bodies are handed on, never compared; copying each at every hop would only cost.
@SuppressWarnings("ArrayRecordComponent")
public record HttpResponse(int status, String reason, Headers headers, byte[] body) {
  public HttpResponse {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status: " + status + " (expected: 200-599)");
    }
    requireNonNull(reason);
    requireNonNull(headers);
    requireNonNull(body);
  }

  /** An answer with a text as its body, in UTF-8. */
  public static HttpResponse of(int status, String reason, Headers headers, String body) {
    return new HttpResponse(status, reason, headers, body.getBytes(UTF_8));
  }

  /** This answer with other headers. */
  public HttpResponse withHeaders(Headers others) {
    return new HttpResponse(status, reason, others, body);
  }

  /** The body as a text in UTF-8. */
  public String text() {
    return new String(body, UTF_8);
  }
}
