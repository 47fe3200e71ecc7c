package dev.skybridge.services.elb;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Reads case files and what stands in them. */
final class Cases {
  private Cases() {}

  /** A test for each case of a file, named by its {@code name} or else by all of it. */
  static Stream<DynamicTest> of(String file, Consumer<JsonNode> test) {
    List<JsonNode> cases = new ArrayList<>();
    try (InputStream stream = requireNonNull(Cases.class.getResourceAsStream(file))) {
      new ObjectMapper().readTree(stream).forEach(cases::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases.stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.path("name").asText(one.toString()), () -> test.accept(one)));
  }

  /** A request of lines: the request line and then the headers. */
  static HttpRequest request(JsonNode lines) {
    String[] first = lines.get(0).asText().split(" ", -1);
    Headers headers = Headers.NONE;
    for (int i = 1; i < lines.size(); i++) {
      String[] parts = lines.get(i).asText().split(": ", 2);
      headers = headers.plus(parts[0], parts[1]);
    }
    return new HttpRequest(
        first[0],
        first[1],
        first[2].equals("HTTP/1.0") ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1,
        headers,
        new byte[0],
        client());
  }

  /** A request as lines. */
  static List<String> lines(HttpRequest request) {
    List<String> lines = new ArrayList<>();
    lines.add(request.method() + " " + request.target());
    request.headers().entries().forEach(header -> lines.add(header.name() + ": " + header.value()));
    return lines;
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  static Peer client() {
    return new Peer(
        Ipv4.parse("192.168.0.4"),
        50_000,
        Optional.of("eni-client"),
        Ipv4.parse("192.168.2.4"),
        443,
        Optional.of(
            new Peer.Tls("TLSv1.3", "TLS_AES_128_GCM_SHA256", Optional.of("food.shop.example"))),
        Optional.empty(),
        List.of());
  }
}
