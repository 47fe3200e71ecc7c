package dev.skybridge.app.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.data.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Asks the runtime of a data folder. */
public final class ControlClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataFolder folder;

  public ControlClient(DataFolder folder) {
    this.folder = folder;
  }

  /** A request to be filled and sent with {@link #ask}. */
  public static ObjectNode request(String command) {
    return JSON.createObjectNode().put("command", command);
  }

  /** Whether a runtime answers on this folder. */
  public boolean isRunning() {
    if (!Files.exists(folder.controlSocket())) {
      return false;
    }
    try (SocketChannel channel = connect()) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws UserError when no runtime runs, or when it answers with a problem
   */
  public JsonNode ask(ObjectNode request) {
    String line;
    try (SocketChannel channel = connect()) {
      ByteBuffer sent =
          ByteBuffer.wrap(
              (JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
      while (sent.hasRemaining()) {
        channel.write(sent);
      }
      try (BufferedReader in =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
        line = in.readLine();
      }
      if (line == null) {
        throw new IOException("no answer");
      }
      JsonNode answer = JSON.readTree(line);
      if (answer.has("problem")) {
        throw new UserError(answer.path("problem").asText(), answer.path("remedy").asText());
      }
      return answer;
    } catch (IOException e) {
      throw new UserError(
          "no runtime runs on data folder " + folder.root(),
          "Start one: ./skybridge up (or name its folder with --data DIR or SKYBRIDGE_DATA).",
          e);
    }
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(folder.controlSocket()));
  }
}
