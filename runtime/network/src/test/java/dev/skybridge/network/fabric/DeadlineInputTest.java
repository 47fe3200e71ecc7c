package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlineInputTest {
  @Test
  void bytesThatNeverEndAreReadUntilTheMomentOnly() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket reader = new Socket(listening.getInetAddress(), listening.getLocalPort());
        Socket writer = listening.accept()) {
      Thread endless = Thread.ofVirtual().start(() -> writeUntilClosed(writer));
      DeadlineInput input = new DeadlineInput(reader);
      input.within(Duration.ofMillis(200));

      assertThatThrownBy(
              () -> {
                while (input.read() >= 0) {
                  // the next byte is there already
                }
              })
          .isInstanceOf(SocketTimeoutException.class);

      input.within(Duration.ofSeconds(20));
      assertThat(input.read()).isEqualTo(7);
      reader.close();
      endless.join();
    }
  }

  @Test
  void silenceEndsAtTheMomentToo() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket reader = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
      DeadlineInput input = new DeadlineInput(reader);
      input.within(Duration.ofMillis(100));
      assertThatThrownBy(() -> input.read(new byte[10])).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static void writeUntilClosed(Socket writer) {
    try {
      while (true) {
        writer.getOutputStream().write(7);
      }
    } catch (IOException closed) {
      // the reader has seen enough
    }
  }
}
