package dev.skybridge.dynamodb.clients;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.skybridge.dynamodb.Answer;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The engine behind just enough of HTTP/1.1 for AWS's clients, on a free port of the loopback
 * address. It checks no signature. A virtual thread a connection.
 */
final class TestingHttpDoor implements AutoCloseable {
  private static final DataSet DATA_SET = new DataSet("aws", "eu-central-1", "111122223333");

  private final DynamoDbEngine engine;
  private final ServerSocket socket;
  private final Set<String> served = ConcurrentHashMap.newKeySet();

  TestingHttpDoor(DynamoDbEngine engine) throws IOException {
    this.engine = engine;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("testing-http-door").start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The SDK's client of it. */
  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(uri())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** The operations that were answered, without those that were refused. */
  Set<String> served() {
    return Set.copyOf(served);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String start = line(in); !start.isEmpty(); start = line(in)) {
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          int colon = header.indexOf(':');
          headers.put(
              header.substring(0, colon).toLowerCase(Locale.ROOT),
              header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String target = headers.getOrDefault("x-amz-target", "");
        String operation = target.substring(target.indexOf('.') + 1);
        Answer answer = engine.execute(DATA_SET, operation, body);
        if (answer.status() == 200) {
          served.add(operation);
        }
        answer(connection.getOutputStream(), answer);
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private static void answer(OutputStream out, Answer answer) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(answer.body());
    String head =
        "HTTP/1.1 "
            + answer.status()
            + " X\r\nContent-Type: application/x-amz-json-1.0\r\nx-amz-crc32: "
            + crc.getValue()
            + "\r\nContent-Length: "
            + answer.body().length
            + "\r\n\r\n";
    out.write(head.getBytes(ISO_8859_1));
    out.write(answer.body());
    out.flush();
  }

  /** A line without its end; empty at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
