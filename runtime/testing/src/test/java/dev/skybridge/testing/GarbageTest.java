package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad input on every port that the runtime opens: an answer or an end, soon, and those who behave
 * are served all the while.
 */
class GarbageTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();
  private static final int AT_ONCE = 16;
  private static final int MEGABYTES = 150;

  @BeforeAll
  static void startFunctions() throws IOException {
    assertThat(RUNTIME.client().send(Orders.tea()).status()).isEqualTo(201);
    RUNTIME.deployments().all().forEach(one -> RUNTIME.reattach(one.account(), one.region()));
  }

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void everyPortAnswersGarbageOrEndsIt() throws Exception {
    List<SocketAddress> ports = new ArrayList<>(Listening.all());
    try (Stream<Path> sockets = Files.list(RUNTIME.data().path("s"))) {
      sockets.forEach(socket -> ports.add(UnixDomainSocketAddress.of(socket)));
    }
    assertThat(ports).hasSizeGreaterThan(10);
    long before = used();
    Semaphore atOnce = new Semaphore(AT_ONCE);
    Map<String, Future<?>> exchanges = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SocketAddress port : ports) {
        for (Map.Entry<String, byte[]> garbage : garbage().entrySet()) {
          atOnce.acquire();
          exchanges.put(
              port + " " + garbage.getKey(),
              threads.submit(() -> {
                try {
                  exchange(port, garbage.getValue());
                } finally {
                  atOnce.release();
                }
              }));
        }
      }
      for (Map.Entry<String, Future<?>> exchange : exchanges.entrySet()) {
        assertThat(exchange.getValue())
            .as("an end of " + exchange.getKey())
            .succeedsWithin(java.time.Duration.ofSeconds(30));
      }
    }
    assertThat(RUNTIME.client().send(Orders.tea()).status()).isEqualTo(201);
    assertThat(used() - before).as("bytes more in use").isLessThan((long) MEGABYTES << 20);
  }

  @Test
  void resolversOutliveGarbage() throws Exception {
    Random random = new Random(20_261_125);
    for (JsonNode row :
        RUNTIME.ask(dev.skybridge.app.control.ControlClient.request("status")).path("interfaces")) {
      if (!row.path("id").asText().startsWith("vpc-")) {
        continue;
      }
      String[] place = row.path("loopback").asText().split(":", 2);
      InetSocketAddress resolver =
          new InetSocketAddress(InetAddress.getByName(place[0]), Integer.parseInt(place[1]));
      try (DatagramSocket socket = new DatagramSocket()) {
        for (int round = 0; round < 200; round++) {
          byte[] bytes = new byte[random.nextInt(600)];
          random.nextBytes(bytes);
          socket.send(new DatagramPacket(bytes, bytes.length, resolver));
        }
      }
    }
    assertThat(RUNTIME.client().send(Orders.tea()).status()).isEqualTo(201);
  }

  @Test
  void thoseWhoSayNothingKeepNobodyElseWaiting() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (InetSocketAddress port : Listening.all()) {
        for (int i = 0; i < 20; i++) {
          Socket socket = new Socket(port.getAddress(), port.getPort());
          silent.add(socket);
          try {
            socket.getOutputStream().write('P');
          } catch (IOException refused) {
            // An interface takes connections of its VPC only.
          }
        }
      }
      long start = System.nanoTime();
      assertThat(RUNTIME.client().send(Orders.tea()).status()).isEqualTo(201);
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(20);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"fullName\":["})
  void deeplyNestedBodyIsNoOrder(String open) throws IOException {
    Answer answer =
        RUNTIME
            .client()
            .send(
                Request.of("POST", Orders.BEVERAGE)
                    .with("Content-Type", "application/json")
                    .body(open.repeat(100_000)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"message\": \"Invalid request body\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dynamodb GetItem",
        "kms Decrypt",
        "secretsmanager GetSecretValue",
        "logs DescribeLogGroups",
        "lambda food-get-orders"
      })
  void deeplyNestedCallIsAnError(String call) throws Exception {
    String[] words = call.split(" ", 2);
    JsonNode does =
        JsonNodeFactory.instance
            .objectNode()
            .put("api", words[0])
            .put("operation", words[1])
            .set(
                "body",
                JsonNodeFactory.instance.rawValueNode(
                    new com.fasterxml.jackson.databind.util.RawValue("{\"a\":".repeat(100_000))));

    Answer answer = new ApiCaller(RUNTIME).as("person food").call(does, Signed.Fault.NONE);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            words[0].equals("lambda")
                ? "Could not parse request body into json"
                : "SerializationException");
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Sends, says that this was all, and reads until the other side ends. */
  private static void exchange(SocketAddress port, byte[] garbage) {
    try (SocketChannel channel = SocketChannel.open(port)) {
      channel.write(ByteBuffer.wrap(garbage));
      channel.shutdownOutput();
      ByteBuffer answer = ByteBuffer.allocate(1 << 16);
      while (channel.read(answer) >= 0) {
        answer.clear();
      }
    } catch (IOException ended) {
      // A reset is an end too.
      assertThat(ended).isNotNull();
    }
  }

  private static Map<String, byte[]> garbage() {
    Map<String, byte[]> all = new TreeMap<>();
    Random random = new Random(20_261_125);
    for (int i = 0; i < 4; i++) {
      byte[] bytes = new byte[1 << (4 * i + 2)];
      random.nextBytes(bytes);
      all.put("random " + bytes.length, bytes);
    }
    all.put("nothing", new byte[0]);
    all.put("zeros", new byte[10_000]);
    all.put("TLS, cut", new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 252, 3, 3, 7, 7});
    all.put("TLS, too long", new byte[] {22, 3, 1, (byte) 255, (byte) 255, 1, 0, 0});
    all.put("SOCKS, cut", new byte[] {5, 1, 0, 5, 1, 0, 3, 80, 'a'});
    all.put("SOCKS 4", new byte[] {4, 1, 0, 80, 127, 0, 0, 1, 0});
    all.put("DNS, cut", new byte[] {0, 40, 1, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 63, 'a'});
    all.put("HTTP/2", text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\u00ff".repeat(100)));
    all.put("no end of head", text("GET / HTTP/1.1\r\nHost: a"));
    all.put("long line", text("GET /" + "a".repeat(200_000) + " HTTP/1.1\r\n\r\n"));
    all.put("header flood", text("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(50_000) + "\r\n"));
    all.put("huge header", text("GET / HTTP/1.1\r\na: " + "b".repeat(1_000_000) + "\r\n\r\n"));
    all.put("huge length", text("POST / HTTP/1.1\r\nContent-Length: 99999999999999\r\n\r\nx"));
    all.put("negative length", text("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\nx"));
    all.put(
        "two lengths", text("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy"));
    all.put("bad chunk", text("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"));
    all.put("deep JSON", ("[".repeat(200_000) + "\n").getBytes(UTF_8));
    all.put("no command", "{\"command\": [1, {\"a\": null}]}\n".getBytes(UTF_8));
    all.put("endless line", "x".repeat(2_000_000).getBytes(UTF_8));
    return all;
  }

  private static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
