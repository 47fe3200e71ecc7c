package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTPS request as it goes over the wire. {@code Host} is the URL's unless a header says
 * otherwise; {@code Content-Length} is added where there is a body.
 *
 * @param url its host is connected to and asked for by SNI; a port other than 443 counts too
 * @param headers sent as given, in order
 * @param body empty where there is none; not copied: do not change it
 */
// Bodies are handed on, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Request(String method, URI url, List<Header> headers, byte[] body) {
  /** A header line. */
  public record Header(String name, String value) {
    public Header {
      requireNonNull(name);
      requireNonNull(value);
    }
  }

  public Request {
    requireNonNull(method);
    requireNonNull(url);
    headers = List.copyOf(headers);
    requireNonNull(body);
  }

  /** A request without a body. */
  public static Request of(String method, String url) {
    return new Request(method, URI.create(url), List.of(), new byte[0]);
  }

  public static Request get(String url) {
    return of("GET", url);
  }

  /** A POST of JSON. */
  public static Request post(String url, String json) {
    return of("POST", url).with("Content-Type", "application/json").body(json);
  }

  /** The same with one header more. */
  public Request with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Request(method, url, more, body);
  }

  /** The same with this text in UTF-8 as its body. */
  public Request body(String text) {
    return new Request(method, url, headers, text.getBytes(UTF_8));
  }

  /** The port to connect to. */
  int port() {
    return url.getPort() < 0 ? 443 : url.getPort();
  }

  /** Head and body. */
  byte[] bytes() {
    StringBuilder head = new StringBuilder();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    head.append(method).append(' ').append(path);
    if (url.getRawQuery() != null) {
      head.append('?').append(url.getRawQuery());
    }
    head.append(" HTTP/1.1\r\n");
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("Host"))) {
      head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
    }
    headers.forEach(
        header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(UTF_8);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }
}
