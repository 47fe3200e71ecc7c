package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that somebody else keeps, behind the same front. */
class EndpointTest {
  @TempDir private Path temporary;

  @Test
  void ordersLieAtTheEndpointAndTheNextStartRemembersIt() throws Exception {
    Path data = temporary.resolve("data");
    try (TablesEndpoint endpoint = TablesEndpoint.start(temporary.resolve("elsewhere"))) {
      String tea;
      try (Program first =
          Program.up(temporary.resolve("1.log"), data, "--dynamodb", endpoint.url())) {
        tea = Orders.id(Program.client(data).send(Orders.tea()));
        assertThat(first.output()).contains("Tables kept by " + endpoint.url());
        first.process().destroy();
        first.await();
      }
      assertThat(endpoint.ask("444455556666", "Scan", "{\"TableName\":\"beverage-orders\"}"))
          .contains(tea);
      assertThat(data.resolve("dynamodb")).isDirectoryNotContaining("glob:**.sqlite");

      try (Program second = Program.up(temporary.resolve("2.log"), data)) {
        Answer found = Program.client(data).send(Request.get(Orders.BEVERAGE + "/" + tea));
        assertThat(found.status()).isEqualTo(200);
        assertThat(Cli.run("status", "--json", "--data", data.toString()).output())
            .contains("\"dynamodb\" : \"" + endpoint.url() + "\"");
        second.process().destroy();
        second.await();
      }
    }
    Cli gone = Cli.run("up", "--data", data.toString());
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.output()).contains(": no answer (").contains("--dynamodb embedded");
    DataFolder.at(data).delete();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://127.0.0.1:8000", "127.0.0.1:8000", "http://", "http://h/path", "a b"})
  void whatIsNoUrlOfAnEndpointIsRefused(String url) {
    Cli up = up(url);

    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output())
        .contains(
            "--dynamodb: " + url + " (expected: http://HOST:PORT, https://HOST, or embedded)");
    assertThat(temporary.resolve("data")).doesNotExist();
  }

  @Test
  void whereNobodyAnswersTheStartFailsAndNothingIsRemembered() throws IOException {
    String url;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + free.getLocalPort();
    }
    Cli up = up(url);

    assertThat(up.status()).isEqualTo(1);
    assertThat(up.output()).contains("--dynamodb " + url + ": no answer (");
    assertThat(temporary.resolve("data/dynamodb-endpoint")).doesNotExist();
    assertThat(Listening.ofInterfaces()).isEmpty();
  }

  @Test
  void whoAnswersOtherwiseIsNoEndpoint() throws IOException {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    web.start();
    try {
      String url = "http://127.0.0.1:" + web.getAddress().getPort();

      assertThat(up(url).output())
          .contains("--dynamodb " + url + ": does not answer as DynamoDB does: 404");
    } finally {
      web.stop(0);
    }
  }

  private Cli up(String url) {
    return Cli.run("up", "--data", temporary.resolve("data").toString(), "--dynamodb", url);
  }
}
