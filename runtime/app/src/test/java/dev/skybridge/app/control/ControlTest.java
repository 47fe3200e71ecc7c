package dev.skybridge.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
  @TempDir private Path temporary;
  private DataFolder folder = DataFolder.at(Path.of("unset"));

  @BeforeEach
  void open() {
    folder = DataFolder.at(temporary.resolve("run"));
    folder.open();
  }

  @Test
  void aRequestIsAnswered() throws IOException {
    try (ControlServer server = ControlServer.start(folder.controlSocket(), ControlTest::echo)) {
      assertThat(server).isNotNull();
      ControlClient client = new ControlClient(folder);
      assertThat(client.isRunning()).isTrue();
      assertThat(client.ask(ControlClient.request("hello")).path("heard").asText())
          .isEqualTo("hello");
      assertThatThrownBy(() -> client.ask(ControlClient.request("refuse")))
          .isInstanceOfSatisfying(
              UserError.class, error -> assertThat(error.remedy()).isEqualTo("ask for less"));
    }
    assertThat(new ControlClient(folder).isRunning()).isFalse();
  }

  @Test
  void garbageDoesNotEndTheServer() throws IOException {
    try (ControlServer server = ControlServer.start(folder.controlSocket(), ControlTest::echo)) {
      assertThat(server).isNotNull();
      for (byte[] garbage :
          new byte[][] {
            {}, {0, -1, '\n'}, "{\"a\"\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)
          }) {
        try (SocketChannel channel =
            SocketChannel.open(UnixDomainSocketAddress.of(folder.controlSocket()))) {
          channel.write(ByteBuffer.wrap(garbage));
        }
      }
      assertThat(
              new ControlClient(folder).ask(ControlClient.request("still")).path("heard").asText())
          .isEqualTo("still");
    }
  }

  @Test
  void withoutARuntimeTheErrorSaysHowToStartOne() {
    assertThatThrownBy(() -> new ControlClient(folder).ask(ControlClient.request("status")))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.remedy()).contains("./skybridge up"));
  }

  private static JsonNode echo(JsonNode request) {
    String command = request.path("command").asText();
    if (command.equals("refuse")) {
      throw new UserError("too much", "ask for less");
    }
    ObjectNode answer = ControlClient.request("answer");
    return answer.put("heard", command);
  }
}
