package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The canonical form of a request, which is what gets signed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
final class CanonicalRequest {
  private static final String UNRESERVED = "-._~";

  private CanonicalRequest() {}

  static String of(HttpRequest request, List<String> signedHeaders) {
    return String.join(
        "\n",
        request.method(),
        path(request.path()),
        query(request.query()),
        headers(request, signedHeaders),
        String.join(";", signedHeaders),
        Hashes.hex(Hashes.sha256(request.body())));
  }

  /** Dots resolved, then each part escaped once more, as all services but S3 have it. */
  private static String path(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String end = path.endsWith("/") && !parts.isEmpty() ? "/" : "";
    return "/"
        + parts.stream().map(CanonicalRequest::escape).collect(Collectors.joining("/"))
        + end;
  }

  private static String query(String query) {
    if (query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> {
          int equals = pair.indexOf('=');
          String name = equals < 0 ? pair : pair.substring(0, equals);
          String value = equals < 0 ? "" : pair.substring(equals + 1);
          return escape(unescape(name)) + "=" + escape(unescape(value));
        })
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String headers(HttpRequest request, List<String> signedHeaders) {
    StringBuilder text = new StringBuilder();
    for (String name : signedHeaders) {
      text.append(name)
          .append(':')
          .append(
              request.headers().all(name).stream()
                  .map(value -> value.strip().replaceAll(" +", " "))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        escaped.append(c);
      } else {
        escaped.append(String.format("%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }

  /** Undoes escapes; a {@code %} without two digits stays. A {@code +} is a plus sign. */
  private static String unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toString(UTF_8);
  }
}
