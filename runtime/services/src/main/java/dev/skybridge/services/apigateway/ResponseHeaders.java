package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What becomes of a function's headers on their way to the client. */
final class ResponseHeaders {
  /**
   * Renamed to {@code x-amzn-Remapped-...} (recorded against AWS and captured; AWS's list is in
   * "Amazon API Gateway important notes").
   */
  private static final Set<String> REMAPPED =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "date",
          "server",
          "www-authenticate",
          "x-amzn-requestid");

  private static final Set<String> DROPPED =
      Set.of("content-type", "transfer-encoding", "x-amz-apigw-id", "x-amzn-trace-id");

  private ResponseHeaders() {}

  /** All but Content-Type, which has its own place. */
  static List<Headers.Header> of(Headers headers) {
    List<Headers.Header> sent = new ArrayList<>();
    for (Headers.Header header : headers.entries()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (REMAPPED.contains(name)) {
        sent.add(new Headers.Header("x-amzn-Remapped-" + header.name(), header.value()));
      } else if (!DROPPED.contains(name)) {
        sent.add(header);
      }
    }
    return sent;
  }
}
