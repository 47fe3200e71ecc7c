package dev.skybridge.network.fabric;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.RefusedRequest.Kind;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request line with its headers, checked more strictly than the decoder does: what two servers
 * could read in two ways is refused.
 */
record RequestHead(String method, String target, HttpVersion version, Headers headers) {
  /** Why a head is refused. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    Refusal(Kind kind, String detail) {
      super(detail);
      this.kind = kind;
    }

    Kind kind() {
      return kind;
    }
  }

  /** Takes over what the decoder read. */
  static RequestHead of(HttpRequest read, HttpSettings settings) throws Refusal {
    if (read.decoderResult().isFailure()) {
      checkCoding(read.headers().getAll("Transfer-Encoding"));
      throw failure(read.decoderResult().cause());
    }
    HttpVersion version = version(read.protocolVersion().text());
    Headers headers = headers(read.headers(), settings.header());
    String target = read.uri();
    checkTarget(read.method().name(), target);
    int hosts = headers.all("Host").size();
    if (hosts > 1 || (hosts == 0 && version == HttpVersion.HTTP_1_1)) {
      throw new Refusal(Kind.MALFORMED, hosts + " Host headers (expected: 1)");
    }
    checkFraming(headers, version);
    return new RequestHead(read.method().name(), target, version, headers);
  }

  /** What a failure of the decoder means. */
  static Refusal failure(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ ->
          new Refusal(Kind.REQUEST_LINE_TOO_LONG, "the request line is too long");
      case TooLongHttpHeaderException _ ->
          new Refusal(Kind.HEADERS_TOO_LARGE, "the headers are too large");
      default -> new Refusal(Kind.MALFORMED, String.valueOf(cause.getMessage()));
    };
  }

  /** Whether the client waits for {@code 100 Continue} before it sends the body. */
  boolean expectsContinue() {
    return version == HttpVersion.HTTP_1_1
        && headers.all("Expect").stream().anyMatch("100-continue"::equalsIgnoreCase);
  }

  /** The length that the body is said to have; -1 if nothing says so. */
  long contentLength() {
    return headers.first("Content-Length").map(Long::parseLong).orElse(-1L);
  }

  /** Headers as the decoder read them. */
  static Headers headers(HttpHeaders read) {
    List<Headers.Header> entries = new ArrayList<>(read.size());
    for (Map.Entry<String, String> entry : read) {
      entries.add(new Headers.Header(entry.getKey(), entry.getValue()));
    }
    return new Headers(entries);
  }

  private static Headers headers(HttpHeaders read, int limit) throws Refusal {
    Headers headers;
    try {
      headers = headers(read);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Kind.MALFORMED, String.valueOf(e.getMessage()));
    }
    for (Headers.Header header : headers.entries()) {
      if (header.name().length() + 2 + header.value().length() > limit) {
        throw new Refusal(Kind.HEADER_TOO_LARGE, "the header " + header.name() + " is too large");
      }
    }
    return headers;
  }

  private static HttpVersion version(String text) throws Refusal {
    return switch (text) {
      case "HTTP/1.1" -> HttpVersion.HTTP_1_1;
      case "HTTP/1.0" -> HttpVersion.HTTP_1_0;
      default -> throw new Refusal(Kind.VERSION, text + " (expected: HTTP/1.1 or HTTP/1.0)");
    };
  }

  private static void checkTarget(String method, String target) throws Refusal {
    boolean form =
        target.startsWith("/")
            || target.regionMatches(true, 0, "http://", 0, 7)
            || target.regionMatches(true, 0, "https://", 0, 8)
            || (target.equals("*") && method.equals("OPTIONS"))
            || method.equals("CONNECT");
    if (!form || target.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
      throw new Refusal(Kind.MALFORMED, "request target " + target);
    }
  }

  private static void checkFraming(Headers headers, HttpVersion version) throws Refusal {
    List<String> codings = headers.all("Transfer-Encoding");
    List<String> lengths = headers.all("Content-Length");
    if (!codings.isEmpty()) {
      if (!lengths.isEmpty() || version == HttpVersion.HTTP_1_0 || codings.size() > 1) {
        throw new Refusal(Kind.MALFORMED, "Transfer-Encoding leaves the body's length in doubt");
      }
      checkCoding(codings);
    }
    if (lengths.size() > 1 || lengths.stream().anyMatch(text -> !text.matches("[0-9]{1,18}"))) {
      throw new Refusal(Kind.MALFORMED, "Content-Length: " + String.join(", ", lengths));
    }
  }

  private static void checkCoding(List<String> codings) throws Refusal {
    if (codings.size() == 1 && !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw new Refusal(Kind.TRANSFER_ENCODING, "Transfer-Encoding: " + codings.getFirst());
    }
  }
}
