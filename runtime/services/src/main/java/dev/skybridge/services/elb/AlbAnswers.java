package dev.skybridge.services.elb;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.elb.ElbRecord.Action;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What an Application Load Balancer answers by itself. The pages of 502 and 503 are known byte for
 * byte from captures; the others follow the same form.
 */
final class AlbAnswers {
  private static final Map<Integer, String> ERRORS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(403, "Forbidden"),
          Map.entry(405, "Not Allowed"),
          Map.entry(408, "Request Time-out"),
          Map.entry(413, "Request Entity Too Large"),
          Map.entry(414, "Request-URI Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Temporarily Unavailable"),
          Map.entry(504, "Gateway Time-out"),
          Map.entry(505, "HTTP Version Not Supported"));

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(202, "Accepted"),
          Map.entry(204, "No Content"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Temporarily Unavailable"),
          Map.entry(504, "Gateway Time-out"));

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private AlbAnswers() {}

  /** The page of an error; of a status that is the load balancer's own (463), an empty one. */
  static HttpResponse error(int status, Instant now) {
    String reason = ERRORS.get(status);
    if (reason == null) {
      return HttpResponse.of(status, "", head(now), "");
    }
    String title = status + " " + reason;
    String page =
        "<html>\r\n<head><title>"
            + title
            + "</title></head>\r\n<body>\r\n<center><h1>"
            + title
            + "</h1></center>\r\n</body>\r\n</html>\r\n";
    return HttpResponse.of(status, reason, head(now).plus("Content-Type", "text/html"), page);
  }

  /** The same page, after which the connection ends. */
  static HttpResponse lastError(int status, Instant now) {
    HttpResponse page = error(status, now);
    return page.withHeaders(page.headers().plus("Connection", "close"));
  }

  /** The answer of a fixed-response action. */
  static HttpResponse fixed(Action.FixedResponse action, Instant now) {
    Headers headers = head(now);
    if (!action.body().isEmpty()) {
      headers = headers.plus("Content-Type", action.contentType() + "; charset=utf-8");
    }
    return HttpResponse.of(
        action.status(), REASONS.getOrDefault(action.status(), ""), headers, action.body());
  }

  private static Headers head(Instant now) {
    return Headers.of("Server", "awselb/2.0", "Date", DATE.format(now));
  }
}
