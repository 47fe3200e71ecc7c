package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came back, as it came over the wire.
 *
 * @param status the HTTP status
 * @param reason the reason phrase
 * @param headers in order, with the case that came
 * @param body free of chunking, as text in UTF-8
 */
public record Answer(int status, String reason, List<Request.Header> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Answer {
    requireNonNull(reason);
    headers = List.copyOf(headers);
    requireNonNull(body);
  }

  /** The first header of that name, whatever its case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Request.Header::value)
        .findFirst();
  }

  /** The body as JSON; a missing node where it is none. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** The id under which the runtime keeps the request's trace. */
  public Optional<String> traceId() {
    return header("x-amzn-RequestId");
  }

  /** Reads one answer to a request of that method. */
  static Answer read(InputStream in, String method) throws IOException {
    String[] status = line(in).split(" ", 3);
    List<Request.Header> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.add(new Request.Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    int code = Integer.parseInt(status[1]);
    Answer head = new Answer(code, status.length > 2 ? status[2] : "", headers, "");
    boolean bodiless = method.equals("HEAD") || code == 204 || code == 304;
    String body =
        bodiless ? "" : new String(body(in, head), java.nio.charset.StandardCharsets.UTF_8);
    return new Answer(code, head.reason(), headers, body);
  }

  private static byte[] body(InputStream in, Answer head) throws IOException {
    if (head.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    Optional<String> length = head.header("Content-Length");
    if (length.isEmpty()) {
      return in.readAllBytes();
    }
    return exactly(in, Integer.parseInt(length.get()));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      whole.writeBytes(exactly(in, size));
      line(in);
    }
    while (!line(in).isEmpty()) {
      // Trailers say nothing here.
    }
    return whole.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(
          "answer cut short: " + bytes.length + " bytes (expected: " + length + ")");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("connection closed");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
