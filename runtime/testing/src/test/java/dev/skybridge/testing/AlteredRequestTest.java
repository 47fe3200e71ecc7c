package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.app.control.ControlClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A signed request of which one thing is another one gets in nowhere, whatever thing it is. */
class AlteredRequestTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  @BeforeAll
  static void askForSignatures() {
    AppliedInstances instances = new AppliedInstances(RUNTIME);
    instances.wantSignatures("food");
    instances.deploy("food");
  }

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void apiGatewayRefusesEveryAlteration() throws Exception {
    Signed person = new ApiCaller(RUNTIME).as("person food").credentials();
    Request signed =
        person.sign(
            Request.get(Orders.FOOD + "?limit=1")
                .with("X-Order", "one")
                .with("Content-Type", "application/json"),
            Signed.Way.GOOD);
    assertThat(RUNTIME.client().send(signed).status()).isEqualTo(200);

    List<Request> altered = new ArrayList<>();
    for (Request.Header header : signed.headers()) {
      if (header.name().equalsIgnoreCase("Host")) {
        // Another Host is another API, or none.
        continue;
      }
      altered.add(with(signed, header.name(), ""));
      for (String value : alterations(header.value())) {
        altered.add(with(signed, header.name(), value));
      }
    }
    altered.add(signed.body("surprise"));
    altered.add(new Request("POST", signed.url(), signed.headers(), signed.body()));
    altered.add(at(signed, Orders.FOOD + "?limit=2"));
    altered.add(at(signed, Orders.FOOD));
    altered.add(at(signed, Orders.FOOD + "/x?limit=1"));
    assertThat(altered).hasSizeGreaterThan(30);
    for (Request one : altered) {
      Answer answer = RUNTIME.client().send(one);
      assertThat(answer.status())
          .as("%s %s %s", one.method(), one.url(), one.headers())
          .isEqualTo(403);
      assertThat(Gates.names(RUNTIME.trace(answer))).doesNotContain("lambda permission");
    }
  }

  @Test
  void awsApiRefusesEveryAlteration() throws Exception {
    URI endpoint =
        URI.create(RUNTIME.ask(ControlClient.request("credentials")).path("endpoint").asText());
    String body = "Version=2011-06-15&Action=GetCallerIdentity";
    Map<String, String> signed =
        new ApiCaller(RUNTIME)
            .as("person food")
            .credentials()
            .headers(
                "sts",
                "POST",
                endpoint,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-Order", "one"),
                body);
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(send(client, endpoint, signed, body)).isEqualTo(200);
      assertThat(send(client, endpoint, signed, body + " ")).isEqualTo(403);
      assertThat(send(client, endpoint.resolve("/?x=1"), signed, body)).isEqualTo(403);
      for (Map.Entry<String, String> header : signed.entrySet()) {
        for (String value : alterations(header.getValue())) {
          Map<String, String> altered = new TreeMap<>(signed);
          altered.put(header.getKey(), value);
          assertThat(send(client, endpoint, altered, body))
              .as(header.getKey() + ": " + value)
              .isBetween(400, 404);
        }
        Map<String, String> without = new TreeMap<>(signed);
        without.remove(header.getKey());
        assertThat(send(client, endpoint, without, body))
            .as("no " + header.getKey())
            .isBetween(400, 404);
      }
    }
  }

  private static int send(HttpClient client, URI url, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  /** The text with another character at its beginning, at its end, and at each mark of a list. */
  private static List<String> alterations(String text) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      boolean edge = i == 0 || i == text.length() - 1;
      if (edge || "=/;,".indexOf(text.charAt(i)) >= 0) {
        char now = text.charAt(Math.min(i + (edge ? 0 : 1), text.length() - 1));
        char other = Character.toLowerCase(now) == 'q' ? 'z' : 'q';
        int at = Math.min(i + (edge ? 0 : 1), text.length() - 1);
        String altered = text.substring(0, at) + other + text.substring(at + 1);
        if (!altered.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
          all.add(altered);
        }
      }
    }
    return all;
  }

  private static Request with(Request request, String name, String value) {
    List<Request.Header> headers = new ArrayList<>();
    for (Request.Header header : request.headers()) {
      headers.add(header.name().equals(name) ? new Request.Header(name, value) : header);
    }
    return new Request(request.method(), request.url(), headers, request.body());
  }

  private static Request at(Request request, String url) {
    return new Request(request.method(), URI.create(url), request.headers(), request.body());
  }
}
