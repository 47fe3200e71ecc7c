package dev.skybridge.network.http;

import static java.util.Objects.requireNonNull;

/**
 * A request with its whole body. The headers are those on the wire: nothing is added (an HTTP/2
 * request gets a {@code host} header from its {@code :authority}) and none is taken away. The body
 * is free of chunking, though a {@code Transfer-Encoding} header that came stays.
 *
 * @param method e.g. {@code GET}, in the case that came
 * @param target the request target as it came, escapes untouched: {@code /v1/orders?limit=2}; it
 *     may be in absolute form
 * @param version the version that the peer spoke
 * @param headers its headers
 * @param body its body, empty if there is none; not copied: do not change it
 * @param peer who sends it and over which connection; {@link Peer#NONE} in a request to be sent
 */
// Bodies are handed on, never compared; copying each at every hop would only cost.
@SuppressWarnings("ArrayRecordComponent")
public record HttpRequest(
    String method, String target, HttpVersion version, Headers headers, byte[] body, Peer peer) {
  public HttpRequest {
    requireNonNull(method);
    requireNonNull(target);
    requireNonNull(version);
    requireNonNull(headers);
    requireNonNull(body);
    requireNonNull(peer);
  }

  /**
   * A request to be sent. Headers are sent as given; only {@code Content-Length} is added where a
   * body has neither that nor {@code Transfer-Encoding: chunked}.
   */
  public static HttpRequest outgoing(String method, String target, Headers headers, byte[] body) {
    return new HttpRequest(method, target, HttpVersion.HTTP_1_1, headers, body, Peer.NONE);
  }

  /** This request with other headers. */
  public HttpRequest withHeaders(Headers others) {
    return new HttpRequest(method, target, version, others, body, peer);
  }

  /** The path of the target: what is before the first {@code ?}. */
  public String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  /** The query of the target without its {@code ?}, empty if there is none. */
  public String query() {
    int question = target.indexOf('?');
    return question < 0 ? "" : target.substring(question + 1);
  }
}
