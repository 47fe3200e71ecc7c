package dev.skybridge.services.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Local listeners by the JDK's own HTTP server. */
final class JdkHttp implements LocalHttp {
  @Override
  public Listener listen(HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      server.createContext("/", exchange -> answer(exchange, handler));
      server.start();
      return new Listener() {
        @Override
        public int port() {
          return server.getAddress().getPort();
        }

        @Override
        public void close() {
          server.stop(0);
          threads.shutdownNow();
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, HttpHandler handler) throws IOException {
    List<Headers.Header> headers = new ArrayList<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            values.forEach(value -> headers.add(new Headers.Header(name, value))));
    HttpRequest request =
        new HttpRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            HttpVersion.HTTP_1_1,
            new Headers(headers),
            exchange.getRequestBody().readAllBytes(),
            new Peer(
                new Ipv4(0x7F000001),
                exchange.getRemoteAddress().getPort(),
                Optional.empty(),
                new Ipv4(0x7F000001),
                exchange.getLocalAddress().getPort(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    try (exchange) {
      HttpResponse response = handler.handle(request);
      response
          .headers()
          .entries()
          .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
      exchange.sendResponseHeaders(
          response.status(), response.body().length == 0 ? -1 : response.body().length);
      if (response.body().length > 0) {
        exchange.getResponseBody().write(response.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
