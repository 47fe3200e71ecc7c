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
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever comes as a request, what goes back is whole HTTP answers and then the end. */
class HttpFuzzTest {
  private static final HttpSettings SETTINGS =
      new HttpSettings(1_000, 2_000, 8_000, 5_000, Duration.ofMillis(300), false);

  private static final Pattern ANSWER =
      Pattern.compile(
          "(HTTP/1\\.1 100 Continue\r\n\r\n)*HTTP/1\\.1 (200|400) [A-Za-z]+\r\n((?:[!-9;-~]+: [ -~]*\r\n)*)\r\n");

  /** Sound requests, and one that is too long; {@code ~} stands for the end of a line. */
  private static final List<String> REQUESTS =
      Stream.of(
              "GET /a HTTP/1.1~Host: x~Connection: close~~",
              "POST /a?b=c HTTP/1.1~Host: x~Content-Length: 3~Connection: close~~abc",
              "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~Connection: close~~"
                  + "3~abc~4;e=1~defg~0~T: t~~",
              "PUT / HTTP/1.1~Host: x~Expect: 100-continue~Content-Length: 2~~ab",
              "GET /1 HTTP/1.1~Host: x~~GET /2 HTTP/1.1~Host: x~~",
              "GET / HTTP/1.1~Host: x~" + "A: b~".repeat(300) + "~",
              "GET /" + "a".repeat(2_000) + " HTTP/1.0~~")
          .map(text -> text.replace("~", "\r\n"))
          .toList();

  private final Fabric fabric = new Fabric(new TraceLog(10));

  /** Answers with a word, and a refusal with another. */
  private static final class Word implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request) {
      return HttpResponse.of(200, "Fine", Headers.NONE, "ok");
    }

    @Override
    public HttpResponse refused(RefusedRequest refused) {
      return HttpResponse.of(400, "No", Headers.NONE, refused.kind().name());
    }
  }

  @AfterEach
  void close() {
    fabric.close();
  }

  @Test
  void everyRequestGetsWholeAnswersAndAnEnd() throws Exception {
    InetSocketAddress address = fabric.serveLocal(SETTINGS, new Word()).loopback();
    Semaphore atOnce = new Semaphore(64);
    List<Future<?>> rounds = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round : Fuzz.rounds(1_500)) {
        Fuzz fuzz = Fuzz.of("http", round);
        atOnce.acquire();
        rounds.add(
            threads.submit(() -> {
              try {
                check(fuzz, exchange(address, request(fuzz)));
              } finally {
                atOnce.release();
              }
              return null;
            }));
      }
      for (Future<?> round : rounds) {
        await(round);
      }
    }
    byte[] sound = REQUESTS.getFirst().getBytes(ISO_8859_1);
    assertThat(exchange(address, sound)).startsWith("HTTP/1.1 200 Fine\r\n").endsWith("ok");
  }

  private static void await(Future<?> round) throws InterruptedException {
    try {
      round.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static byte[] request(Fuzz fuzz) {
    if (fuzz.below(10) == 0) {
      return fuzz.bytes(3_000);
    }
    return fuzz.mutated(REQUESTS.get(fuzz.below(REQUESTS.size())).getBytes(ISO_8859_1));
  }

  /** Sends, and reads to the end: the server ends each connection, for silence at the latest. */
  private static String exchange(InetSocketAddress address, byte[] request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address);
      socket.setSoTimeout(20_000);
      try {
        socket.getOutputStream().write(request);
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      } catch (SocketException reset) {
        // The answer before the reset is lost here; whatever else was sent came too late for it.
        return "";
      }
    }
  }

  private static void check(Fuzz fuzz, String answers) {
    String rest = answers;
    while (!rest.isEmpty()) {
      Matcher head = ANSWER.matcher(rest);
      assertThat(head.lookingAt()).as("%s: %s", fuzz, rest).isTrue();
      Matcher length = Pattern.compile("Content-Length: ([0-9]+)\r\n").matcher(head.group(3));
      assertThat(length.find()).as("%s: %s", fuzz, rest).isTrue();
      int body = Integer.parseInt(length.group(1));
      assertThat(rest.length() - head.end()).as("%s: %s", fuzz, rest).isGreaterThanOrEqualTo(body);
      rest = rest.substring(head.end() + body);
    }
  }
}
