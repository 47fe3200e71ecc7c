package dev.skybridge.network.fabric;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Locale;
import java.util.Set;

/** Answers as they go on the wire. */
final class Responses {
  /** What is about one connection only, and forbidden in HTTP/2 (RFC 9113, 8.2.2). */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private Responses() {}

  /** For HTTP/1.1. */
  static FullHttpResponse http1(HttpResponse response, boolean close) {
    FullHttpResponse written =
        new DefaultFullHttpResponse(
            io.netty.handler.codec.http.HttpVersion.HTTP_1_1,
            new HttpResponseStatus(response.status(), response.reason()),
            Unpooled.wrappedBuffer(response.body()),
            DefaultHttpHeadersFactory.headersFactory().withValidation(false),
            DefaultHttpHeadersFactory.trailersFactory());
    HttpHeaders headers = written.headers();
    copy(response.headers(), headers);
    if (chunked(response.headers())) {
      headers.remove("Content-Length");
    } else if (!bodiless(response.status())) {
      length(headers, response.body().length);
    }
    if (close && !closes(response.headers(), false)) {
      headers.set("Connection", "close");
    }
    return written;
  }

  /** For HTTP/2: names in lower case, nothing about the connection. */
  static Http2Headers http2(HttpResponse response) {
    Http2Headers written = new DefaultHttp2Headers().status(Integer.toString(response.status()));
    for (Headers.Header header : response.headers().entries()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (!OF_THE_CONNECTION.contains(name)) {
        written.add(name, header.value());
      }
    }
    if (!response.headers().contains("Content-Length") && !bodiless(response.status())) {
      written.add("content-length", Integer.toString(response.body().length));
    }
    return written;
  }

  /** Whether these headers of a message end its connection. */
  static boolean closes(Headers headers, boolean http10) {
    boolean close = false;
    boolean keep = false;
    for (String value : headers.all("Connection")) {
      for (String token : value.split(",", -1)) {
        close |= token.strip().equalsIgnoreCase("close");
        keep |= token.strip().equalsIgnoreCase("keep-alive");
      }
    }
    return close || (http10 && !keep);
  }

  static boolean chunked(Headers headers) {
    return headers.all("Transfer-Encoding").stream().anyMatch("chunked"::equalsIgnoreCase);
  }

  static void copy(Headers from, HttpHeaders to) {
    for (Headers.Header header : from.entries()) {
      to.add(header.name(), header.value());
    }
  }

  private static boolean bodiless(int status) {
    return status == 204 || status == 304;
  }

  /** An answer to HEAD carries no body, so its handler's own length stands. */
  private static void length(HttpHeaders headers, int length) {
    String given = headers.get("Content-Length");
    if (given == null || (length > 0 && !given.equals(Integer.toString(length)))) {
      headers.set("Content-Length", Integer.toString(length));
    }
  }
}
