package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is no SOCKS gets an answer of SOCKS or an end. */
class SocksFuzzTest {
  private static final byte[] SOUND = {5, 1, 0, 5, 1, 0, 1, (byte) 192, (byte) 168, 2, 10, 1, -69};
  private static final byte[] NAMED = {5, 2, 0, 2, 5, 1, 0, 3, 4, 's', 'h', 'o', 'p', 1, -69};

  private final House house = new House();
  private final SocksDoor door =
      house.fabric.socksDoor(House.CLIENT, 0, house.fabric.resolver("vpc-1"), Duration.ofMillis(1));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everyProgramGetsAnAnswerOrAnEnd() throws IOException {
    house.serve(request -> House.ok(""));
    for (int round : Fuzz.rounds(300)) {
      Fuzz fuzz = Fuzz.of("socks", round);
      byte[] sent =
          fuzz.below(5) == 0 ? fuzz.bytes(300) : fuzz.mutated(round % 2 == 0 ? SOUND : NAMED);
      byte[] answer = answer(sent);
      if (answer.length > 0) {
        assertThat(answer[0]).as(fuzz.toString()).isEqualTo((byte) 5);
      }
    }
    try (Socket program = new Socket()) {
      program.connect(door.address());
      assertThat(SocksClient.connect(program, House.SERVER_ADDRESS, 443)).isZero();
    }
  }

  /** Sends, says that there is no more, and reads until the door says so too. */
  private byte[] answer(byte[] sent) throws IOException {
    try (Socket program = new Socket()) {
      program.connect(door.address());
      program.setSoTimeout(20_000);
      program.getOutputStream().write(sent);
      program.shutdownOutput();
      return program.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      return new byte[0];
    }
  }
}
