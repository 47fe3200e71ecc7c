package dev.skybridge.network.fabric;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.http.RefusedRequest;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes on the wire of a local listening, in and out. */
class RawHttpTest {
  private static final HttpSettings SETTINGS =
      new HttpSettings(1_000, 2_000, 8_000, 5_000, Duration.ofMillis(700), false);

  private final Fabric fabric = new Fabric(new TraceLog(10));
  private final List<HttpRequest> seen = new CopyOnWriteArrayList<>();
  private final List<RefusedRequest> refused = new CopyOnWriteArrayList<>();
  private Socket socket = new Socket();

  /** Answers with its path, and what it refuses with the kind. */
  private final class Echo implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request) {
      seen.add(request);
      return HttpResponse.of(200, "Fine", Headers.of("X-Path", request.target()), "hello");
    }

    @Override
    public HttpResponse refused(RefusedRequest what) {
      refused.add(what);
      return HttpResponse.of(400, "No", Headers.of("Server", "x"), what.kind().name());
    }
  }

  @BeforeEach
  void connect() throws IOException {
    socket.connect(fabric.serveLocal(SETTINGS, new Echo()).loopback());
    socket.setSoTimeout(10_000);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    fabric.close();
  }

  /** Sends, ends the sending side, and reads all that comes. */
  private String exchange(String bytes) throws IOException {
    write(bytes);
    return rest();
  }

  private void write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  private String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  @Test
  void anAnswerHasItsOwnHeadersAndNoOthers() throws IOException {
    assertThat(exchange("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .isEqualTo(
            "HTTP/1.1 200 Fine\r\nX-Path: /a\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
    assertThat(seen.getFirst().headers()).isEqualTo(Headers.of("Host", "x", "Connection", "close"));
    assertThat(seen.getFirst().body()).isEmpty();
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
    String one = "GET /1 HTTP/1.1\r\nHost: x\r\n\r\n";
    String two = "HEAD /2 HTTP/1.1\r\nHost: x\r\n\r\n";
    String three = "GET /3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assertThat(exchange(one + two + three))
        .isEqualTo(
            "HTTP/1.1 200 Fine\r\nX-Path: /1\r\nContent-Length: 5\r\n\r\nhello"
                + "HTTP/1.1 200 Fine\r\nX-Path: /2\r\nContent-Length: 5\r\n\r\n"
                + "HTTP/1.1 200 Fine\r\nX-Path: /3\r\nContent-Length: 5\r\n"
                + "Connection: close\r\n\r\nhello");
  }

  @Test
  void aChunkedBodyArrivesWhole() throws IOException {
    String head =
        "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    String body = "3\r\nabc\r\n4;ext=1\r\ndefg\r\n0\r\nTrailer: t\r\n\r\n";
    assertThat(exchange(head + body)).startsWith("HTTP/1.1 200 Fine\r\n");
    assertThat(seen.getFirst().body()).asString().isEqualTo("abcdefg");
    assertThat(seen.getFirst().headers().contains("Content-Length")).isFalse();
  }

  @Test
  void aClientThatAsksFirstIsToldToContinue() throws IOException {
    write("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    byte[] interim = socket.getInputStream().readNBytes(25);
    assertThat(new String(interim, ISO_8859_1)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    assertThat(exchange("abcHEAD /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .isEqualTo(
            "HTTP/1.1 200 Fine\r\nX-Path: /a\r\nContent-Length: 5\r\n\r\nhello"
                + "HTTP/1.1 200 Fine\r\nX-Path: /b\r\nContent-Length: 5\r\n"
                + "Connection: close\r\n\r\n");
  }

  @Test
  void aClientThatAsksFirstWithTooMuchIsRefusedAtOnce() throws IOException {
    String head =
        "POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5001\r\n\r\n";
    assertThat(exchange(head)).isEqualTo(refusal("BODY_TOO_LARGE"));
    assertThat(refused.getFirst().head()).isEqualTo("POST /a HTTP/1.1");
  }

  @Test
  void aBodyThatIsTooLongIsRefusedThoughItIsStillComing() throws IOException {
    String chunk = "3e8\r\n" + "x".repeat(1_000) + "\r\n";
    String head = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(exchange(head + chunk.repeat(40))).isEqualTo(refusal("BODY_TOO_LARGE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          content-length beside transfer-encoding | POST / HTTP/1.1~Host: x~Content-Length: 3~Transfer-Encoding: chunked~~0~~ | MALFORMED
          two lengths that differ                 | POST / HTTP/1.1~Host: x~Content-Length: 3~Content-Length: 4~~abc | MALFORMED
          two lengths that agree                  | POST / HTTP/1.1~Host: x~Content-Length: 3~Content-Length: 3~~abc | MALFORMED
          a list of lengths                       | POST / HTTP/1.1~Host: x~Content-Length: 3, 3~~abc | MALFORMED
          a negative length                       | POST / HTTP/1.1~Host: x~Content-Length: -3~~abc | MALFORMED
          a length with a sign                    | POST / HTTP/1.1~Host: x~Content-Length: +3~~abc | MALFORMED
          another transfer coding                 | POST / HTTP/1.1~Host: x~Transfer-Encoding: gzip~~abc | TRANSFER_ENCODING
          a coding written oddly                  | POST / HTTP/1.1~Host: x~Transfer-Encoding: xchunked~~0~~ | TRANSFER_ENCODING
          two codings                             | POST / HTTP/1.1~Host: x~Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~ | MALFORMED
          chunked in HTTP/1.0                     | POST / HTTP/1.0~Host: x~Transfer-Encoding: chunked~~0~~ | MALFORMED
          a space before the colon                | GET / HTTP/1.1~Host : x~~ | MALFORMED
          a bare LF                               | GET / HTTP/1.1`Host: x~~ | MALFORMED
          a bare CR in a value                    | GET / HTTP/1.1~Host: x~A: b^c~~ | MALFORMED
          a NUL in a value                        | GET / HTTP/1.1~Host: x~A: b@c~~ | MALFORMED
          no Host                                 | GET / HTTP/1.1~A: b~~ | MALFORMED
          two Hosts                               | GET / HTTP/1.1~Host: x~Host: y~~ | MALFORMED
          a chunk size that is none               | POST / HTTP/1.1~Host: x~Transfer-Encoding: chunked~~zz~abc~0~~ | MALFORMED
          a chunk longer than its size            | POST / HTTP/1.1~Host: x~Transfer-Encoding: chunked~~2~abc~0~~ | MALFORMED
          a space in the target                   | GET /a b HTTP/1.1~Host: x~~ | MALFORMED
          a target without a slash                | GET a HTTP/1.1~Host: x~~ | MALFORMED
          HTTP/1.2                                | GET / HTTP/1.2~Host: x~~ | VERSION
          the preface of HTTP/2                   | PRI * HTTP/2.0~~SM~~ | VERSION
          no HTTP at all                          | SSH-2.0-OpenSSH_9.6~~ | MALFORMED
          """)
  void whatTwoServersCouldReadInTwoWaysIsRefused(String name, String bytes, String kind)
      throws IOException {
    String wire =
        bytes.replace("~", "\r\n").replace('`', '\n').replace('^', '\r').replace('@', '\0');
    assertThat(exchange(wire)).as(name).isEqualTo(refusal(kind));
    assertThat(seen).isEmpty();
  }

  @Test
  void lengthsAreLimitedEachInItsOwnWay() throws IOException {
    assertThat(exchange("GET /" + "a".repeat(1_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .isEqualTo(refusal("REQUEST_LINE_TOO_LONG"));
    again();
    assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(2_000) + "\r\n\r\n"))
        .isEqualTo(refusal("HEADER_TOO_LARGE"));
    again();
    String header = "A: " + "a".repeat(1_500) + "\r\n";
    assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\n" + header.repeat(7) + "\r\n"))
        .isEqualTo(refusal("HEADERS_TOO_LARGE"));
  }

  @Test
  void silenceEndsAConnectionAndHalfARequestIsRefused() throws IOException {
    assertThat(exchange("")).isEmpty();
    again();
    assertThat(exchange("GET / HTT")).isEqualTo(refusal("INCOMPLETE"));
    again();
    assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"))
        .isEqualTo(refusal("INCOMPLETE"));
  }

  @Test
  void http10IsAnsweredAndClosed() throws IOException {
    assertThat(exchange("GET /a HTTP/1.0\r\n\r\n"))
        .isEqualTo(
            "HTTP/1.1 200 Fine\r\nX-Path: /a\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
  }

  private void again() throws IOException {
    socket.close();
    socket = new Socket();
    connect();
  }

  private static String refusal(String kind) {
    return "HTTP/1.1 400 No\r\nServer: x\r\nContent-Length: "
        + kind.length()
        + "\r\nConnection: close\r\n\r\n"
        + kind;
  }
}
