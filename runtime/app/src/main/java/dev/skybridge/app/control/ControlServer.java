package dev.skybridge.app.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Answers the command line: one JSON line in, one JSON line out, on a unix socket in the data
 * folder. One virtual thread per connection; {@link #close} ends the accepting one.
 */
public final class ControlServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request longer than this, in characters, is no request of ours. */
  private static final int LONGEST_LINE = 8 << 20;

  private final ServerSocketChannel server;
  private final Path socket;
  private final UnaryOperator<JsonNode> answers;

  private ControlServer(ServerSocketChannel server, Path socket, UnaryOperator<JsonNode> answers) {
    this.server = server;
    this.socket = socket;
    this.answers = answers;
  }

  /** Starts to listen; a socket left by a runtime that was killed is replaced. */
  public static ControlServer start(Path socket, UnaryOperator<JsonNode> answers) {
    try {
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      ControlServer started = new ControlServer(server, socket, answers);
      Thread.ofVirtual().name("control").start(started::accept);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("control socket " + socket, e);
    }
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel connection = server.accept();
        Thread.ofVirtual().name("control-connection").start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(SocketChannel connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(Channels.newReader(connection, StandardCharsets.UTF_8));
        BufferedWriter out =
            new BufferedWriter(Channels.newWriter(connection, StandardCharsets.UTF_8))) {
      String line = readLine(in);
      if (line.isEmpty()) {
        return;
      }
      out.write(JSON.writeValueAsString(answer(line)));
      out.newLine();
    } catch (IOException e) {
      // The caller has gone; nobody is left to tell.
      System.getLogger("skybridge.control").log(System.Logger.Level.DEBUG, "caller gone", e);
    }
  }

  private JsonNode answer(String line) {
    try {
      return answers.apply(JSON.readTree(line));
    } catch (UserError e) {
      return problem(e.problem(), e.remedy());
    } catch (IOException e) {
      return problem("control request: not JSON", "Use the skybridge command of this version.");
    } catch (RuntimeException e) {
      System.getLogger("skybridge.control").log(System.Logger.Level.ERROR, "control request", e);
      return problem("control request failed: " + e, "See the runtime's own output.");
    }
  }

  private static ObjectNode problem(String what, String remedy) {
    return JSON.createObjectNode().put("problem", what).put("remedy", remedy);
  }

  private static String readLine(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }
}
