package dev.skybridge.network.fabric;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.HttpSettings;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad frames of HTTP/2 hurt nobody but their own connection. */
class Http2FuzzTest {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

  /** HEADERS that end stream 1: GET, https, / and the authority x (RFC 7541, appendix A). */
  private static final byte[] GET = {
    0, 0, 6, 1, 5, 0, 0, 0, 1, (byte) 0x82, (byte) 0x87, (byte) 0x84, 0x41, 1, 'x'
  };

  /** DATA, PRIORITY, RST_STREAM, PING, GOAWAY, WINDOW_UPDATE and CONTINUATION without a reason. */
  private static final byte[] OTHERS = {
    0, 0, 1, 0, 0, 0, 0, 0, 3, 'a', 0, 0, 5, 2, 0, 0, 0, 0, 5, 0, 0, 0, 5, 1, 0, 0, 4, 3, 0, 0, 0,
    0, 1, 0, 0, 0, 8, 0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 8, 7, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 9, 0, 0, 0, 0, 7, 0
  };

  private static final int HEADERS = 1;

  private final Loops loops = new Loops();
  private final HttpServer server =
      new HttpServer(
          loops,
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          new LocalAdmission(),
          HttpServer.Mode.tls(
              Certificates.server(House.IDENTITY), HttpSettings.DEFAULT.withHttp2(true)),
          request -> House.ok("sound"),
          closed -> {});

  @AfterEach
  void close() {
    server.close();
    loops.close();
  }

  @Test
  void soundRequestsAreAnsweredAfterAnyNumberOfBadOnes() throws Exception {
    for (int round : Fuzz.rounds(150)) {
      Fuzz fuzz = Fuzz.of("http2", round);
      ByteArrayOutputStream frames = new ByteArrayOutputStream();
      frames.writeBytes(fuzz.below(10) == 0 ? fuzz.mutated(PREFACE) : PREFACE);
      frames.writeBytes(fuzz.mutated(SETTINGS));
      for (int i = fuzz.below(5); i >= 0; i--) {
        frames.writeBytes(fuzz.mutated(fuzz.below(2) == 0 ? GET : OTHERS));
      }
      try (SSLSocket socket = connect(20)) {
        drain(socket, frames.toByteArray());
      }
    }
    assertThat(answersWithHeaders()).isTrue();
  }

  private static void drain(SSLSocket socket, byte[] frames) throws IOException {
    try {
      socket.getOutputStream().write(frames);
      while (socket.getInputStream().read() >= 0) {
        // SETTINGS, GOAWAY, perhaps an answer
      }
    } catch (SocketException | SocketTimeoutException | SSLException end) {
      // ended hard, or waits for more
    }
  }

  private boolean answersWithHeaders() throws Exception {
    try (SSLSocket socket = connect(20_000)) {
      assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
      socket.getOutputStream().write(PREFACE);
      socket.getOutputStream().write(SETTINGS);
      socket.getOutputStream().write(GET);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
        int type = in.readUnsignedByte();
        in.skipNBytes(5L + length);
        if (type == HEADERS) {
          return true;
        }
      }
    }
  }

  private SSLSocket connect(int millis) throws Exception {
    SSLSocket socket =
        (SSLSocket)
            SocksTest.trusting()
                .getSocketFactory()
                .createSocket(server.loopback().getAddress(), server.loopback().getPort());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    socket.setSoTimeout(millis);
    return socket;
  }
}
