package dev.skybridge.network.fabric;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.dns.Zone;
import dev.skybridge.network.http.Peer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocksTest {
  private final House house = new House();
  private final Resolver resolver = house.fabric.resolver("vpc-1");
  private final List<Peer> peers = new CopyOnWriteArrayList<>();
  private final SocksDoor door;

  @TempDir Path folder;

  SocksTest() {
    house.fabric.names().publish("lb", Map.of("lb.aws", List.of(House.SERVER_ADDRESS)));
    resolver.zones(
        List.of(
            new Zone(
                "Z1", "example", List.of(new Zone.RecordSet.Alias("shop.example", "lb.aws")))));
    house.serve(request -> {
      peers.add(request.peer());
      return House.ok("tea");
    });
    door = house.fabric.socksDoor(House.CLIENT, 0, resolver, Duration.ofMillis(200));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aProgramReachesANameThroughTheDoorAsTheInterface() throws Exception {
    try (Socket socket = open("shop.example", 443, 0);
        SSLSocket tls =
            (SSLSocket)
                trusting().getSocketFactory().createSocket(socket, "shop.example", 443, true)) {
      request(tls);
      request(tls);
    }
    assertThat(peers.getFirst().address()).hasToString("192.168.1.5");
    assertThat(peers.getFirst().trace()).isEmpty();
    assertThat(peers.getFirst().opening())
        .extracting(Step::gate)
        .containsExactly("DNS", "security group egress", "route", "security group ingress");
    assertThat(peers.getFirst().opening().getFirst().verdict().rule())
        .hasToString(
            "192.168.0.2: shop.example is 192.168.2.10 (Z1: alias shop.example to lb.aws)");
    assertThat(peers.getLast().opening())
        .extracting(Step::gate)
        .contains("DNS (connection reused)");
    assertThat(house.traces.all()).isEmpty();
  }

  @Test
  void aNameThatNobodyHasIsUnreachableAndTraced() throws IOException {
    open("www.example.org", 443, 4).close();
    Trace trace = house.traces.last().orElseThrow();
    assertThat(trace.request()).isEqualTo("connect www.example.org:443");
    assertThat(trace.outcome()).isEqualTo("no such name");
    assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("DNS");
  }

  @Test
  void aRefusedConnectionIsHeldAndThenTimesOut() throws IOException {
    open("shop.example", 80, 6).close();
    Trace trace = house.traces.last().orElseThrow();
    assertThat(trace.outcome()).isEqualTo("time-out");
    assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("security group ingress");
  }

  @Test
  void anAddressOfTheInternetHasNoWay() throws IOException {
    open("93.184.216.34", 443, 6).close();
    assertThat(house.traces.last().orElseThrow().refusal().orElseThrow().verdict().rule().text())
        .isEqualTo("0.0.0.0/0 -> igw-1");
  }

  @Test
  void aPortWhereNothingListensRefuses() throws IOException {
    house.open(8080);
    open("192.168.2.10", 8080, 5).close();
    assertThat(house.traces.last().orElseThrow().outcome()).isEqualTo("connection refused");
  }

  @Test
  void whatIsNoSocks5IsTurnedAway() throws IOException {
    try (Socket socket = new Socket()) {
      connect(socket);
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));
      assertThat(endOf(socket)).isTrue();
    }
    try (Socket socket = new Socket()) {
      connect(socket);
      socket.getOutputStream().write(new byte[] {5, 1, 2});
      assertThat(socket.getInputStream().readNBytes(2)).isEqualTo(new byte[] {5, (byte) 0xFF});
    }
    try (Socket socket = new Socket()) {
      connect(socket);
      socket.getOutputStream().write(new byte[] {5, 1, 0, 5, 2, 0, 1, 1, 2, 3, 4, 0, 80});
      assertThat(socket.getInputStream().readNBytes(4)).isEqualTo(new byte[] {5, 0, 5, 7});
    }
  }

  @Test
  void aHandshakeThatFailsIsTraced() throws Exception {
    try (Socket socket = open("shop.example", 443, 0)) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));
      while (!endOf(socket)) {
        // an alert, then the end
      }
    }
    Trace trace = house.traces.last().orElseThrow();
    assertThat(trace.request()).isEqualTo("connection to 192.168.2.10:443");
    assertThat(trace.outcome()).isEqualTo("TLS handshake failed");
    assertThat(trace.steps()).extracting(Step::gate).startsWith("DNS").endsWith("TLS handshake");
  }

  @Test
  void curlGoesThroughTheDoor() throws Exception {
    Path curl = Path.of("/usr/bin/curl");
    Assumptions.assumeTrue(Files.isExecutable(curl), "curl is not there");
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                curl.toString(),
                "-sk",
                "--noproxy",
                "",
                "-x",
                "socks5h://127.0.0.1:" + door.address().getPort(),
                "https://shop.example/")
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(out).hasContent("tea");
  }

  /** Asks the door for a connection; {@code reply} is what it should answer. */
  private Socket open(String host, int port, int reply) throws IOException {
    Socket socket = new Socket();
    connect(socket);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(new byte[] {5, 1, 0, 5, 1, 0, 3, (byte) host.length()});
    request.writeBytes(host.getBytes(ISO_8859_1));
    request.writeBytes(new byte[] {(byte) (port >> 8), (byte) port});
    socket.getOutputStream().write(request.toByteArray());
    DataInputStream in = new DataInputStream(socket.getInputStream());
    assertThat(in.readNBytes(2)).isEqualTo(new byte[] {5, 0});
    assertThat(in.readNBytes(10)).startsWith(5, reply, 0, 1);
    return socket;
  }

  private void connect(Socket socket) throws IOException {
    InetSocketAddress address = door.address();
    socket.setSoTimeout(10_000);
    socket.connect(address);
  }

  private static boolean endOf(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static void request(SSLSocket tls) throws IOException {
    tls.getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n".getBytes(ISO_8859_1));
    String expected = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntea";
    assertThat(new String(tls.getInputStream().readNBytes(expected.length()), ISO_8859_1))
        .isEqualTo(expected);
  }

  static SSLContext trusting() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return context;
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
