package dev.skybridge.network.fabric;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad handshakes end without an answer of HTTP, and sound ones go on. */
class TlsFuzzTest {
  private final Loops loops = new Loops();
  private final HttpServer server =
      new HttpServer(
          loops,
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          new LocalAdmission(),
          HttpServer.Mode.tls(Certificates.server(House.IDENTITY), HttpSettings.DEFAULT),
          request -> House.ok("sound"),
          closed -> {});

  @AfterEach
  void close() {
    server.close();
    loops.close();
  }

  @Test
  void badHandshakesNeitherHurtNorGetAnAnswer() throws Exception {
    byte[] hello = hello();
    for (int round : Fuzz.rounds(300)) {
      Fuzz fuzz = Fuzz.of("tls", round);
      byte[] sent =
          switch (fuzz.below(4)) {
            case 0 -> fuzz.bytes(400);
            case 1 -> Arrays.copyOf(hello, fuzz.below(hello.length));
            default -> fuzz.mutated(hello);
          };
      assertThat(new String(answer(sent), ISO_8859_1)).as(fuzz.toString()).doesNotContain("sound");
    }
    assertThat(handshakes()).isTrue();
  }

  @Test
  void aRecordThatIsTooLongEndsTheConnection() throws IOException {
    byte[] record = new byte[20_000];
    record[0] = 22;
    record[1] = 3;
    record[2] = 1;
    record[3] = (byte) 0xFF;
    record[4] = (byte) 0xFF;
    try (Socket socket = new Socket()) {
      socket.connect(server.loopback());
      socket.setSoTimeout(20_000);
      assertThat(ended(socket, record)).isTrue();
    }
  }

  private static boolean ended(Socket socket, byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      while (socket.getInputStream().read() >= 0) {
        // an alert may come first
      }
      return true;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** What comes back until the other side ends or waits for more. */
  private byte[] answer(byte[] sent) throws IOException {
    byte[] answer = new byte[8_192];
    int length = 0;
    try (Socket socket = new Socket()) {
      socket.connect(server.loopback());
      socket.setSoTimeout(20);
      socket.getOutputStream().write(sent);
      for (int read = 0; read >= 0 && length < answer.length; ) {
        read = socket.getInputStream().read(answer, length, answer.length - length);
        length += Math.max(0, read);
      }
    } catch (SocketException | SocketTimeoutException end) {
      // reset, or the server waits for the rest of the handshake
    }
    return Arrays.copyOf(answer, length);
  }

  private boolean handshakes() throws Exception {
    SSLContext trusting = SocksTest.trusting();
    try (Socket socket =
        trusting
            .getSocketFactory()
            .createSocket(server.loopback().getAddress(), server.loopback().getPort())) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1).endsWith("sound");
    }
  }

  /** A ClientHello of the JDK. */
  private static byte[] hello() throws Exception {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("shop.example", 443);
    engine.setUseClientMode(true);
    ByteBuffer bytes = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    wrap(engine, bytes);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static void wrap(SSLEngine engine, ByteBuffer to) throws SSLException {
    engine.wrap(ByteBuffer.allocate(0), to);
  }
}
