package dev.skybridge.services.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.tls.Suites;
import dev.skybridge.services.elb.Attributes.DesyncMode;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.HealthState.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ElbDecisionsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:04:05Z");

  @TestFactory
  Stream<DynamicTest> hostPatternsMatch() {
    return Cases.of(
        "hosts.json",
        one ->
            assertThat(
                    new HostPattern(one.path("pattern").asText())
                        .matches(one.path("host").asText()))
                .isEqualTo(one.path("matches").asBoolean()));
  }

  @TestFactory
  Stream<DynamicTest> traceIdsGoOn() {
    return Cases.of(
        "trace-ids.json",
        one -> {
          Optional<String> came = Optional.ofNullable(one.get("came")).map(JsonNode::asText);
          TraceHeader next = TraceHeader.next(came, one.path("id").asText());
          assertThat(next.value()).isEqualTo(one.path("value").asText());
          assertThat(next.root()).isEqualTo(one.path("root").asText());
        });
  }

  @Test
  void aTraceIdHasTheFormOfAws() {
    assertThat(TraceHeader.newId(NOW, new Random(1)))
        .matches("1-%08x-[0-9a-f]{24}".formatted(NOW.getEpochSecond()));
  }

  @Test
  void aTraceHeaderBeyond7KilobytesIsWrittenAnew() {
    String came = "Root=1-5-c;Field=" + "x".repeat(7168);

    assertThat(TraceHeader.next(Optional.of(came), "1-0-a").value()).isEqualTo("Root=1-0-a");
  }

  @TestFactory
  Stream<DynamicTest> requestsAreRewritten() {
    return Cases.of(
        "forwarding.json",
        one ->
            assertThat(
                    Cases.lines(
                        new Forwarding(
                                attributes(one.path("attributes")), one.path("port").asInt(443))
                            .toTarget(
                                Cases.request(one.path("request")),
                                TraceHeader.next(Optional.empty(), "1-0-a"))))
                .isEqualTo(Cases.texts(one.path("forwarded"))));
  }

  @TestFactory
  Stream<DynamicTest> requestsAreChecked() {
    return Cases.of(
        "requests.json",
        one ->
            assertThat(
                    RequestCheck.of(
                        Cases.request(one.path("request")),
                        DesyncMode.valueOf(one.path("mode").asText("DEFENSIVE"))))
                .isEqualTo(
                    new RequestCheck(
                        Optional.ofNullable(one.get("status")).map(JsonNode::asInt),
                        one.path("closes").asBoolean(),
                        one.path("reason").asText())));
  }

  @TestFactory
  Stream<DynamicTest> healthChanges() {
    HealthCheck check =
        new HealthCheck(
            Protocol.HTTPS,
            OptionalInt.empty(),
            "/ping",
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            3,
            2,
            HealthCheck.Matcher.parse("200"));
    return Cases.of(
        "health.json",
        one -> {
          HealthState state = HealthState.NEW;
          List<String> states = new ArrayList<>();
          for (String outcome : Cases.texts(one.path("checks"))) {
            state = state.after(outcome(outcome), check);
            states.add(state.toString());
          }
          assertThat(states).isEqualTo(Cases.texts(one.path("states")));
        });
  }

  @TestFactory
  Stream<DynamicTest> errorPagesHaveTheLengthOfAws() {
    return Cases.of(
        "errors.json",
        one -> {
          int status = one.path("status").asInt();
          HttpResponse page = AlbAnswers.error(status, NOW);
          assertThat(page.reason()).isEqualTo(one.path("reason").asText());
          assertThat(page.body()).hasSize(one.path("length").asInt());
          assertThat(page.headers())
              .isEqualTo(
                  Headers.of(
                      "Server", "awselb/2.0",
                      "Date", "Mon, 23 Nov 2026 03:04:05 GMT",
                      "Content-Type", "text/html"));
        });
  }

  @Test
  void theErrorPageIsAwsByteForByte() {
    assertThat(AlbAnswers.error(503, NOW).text())
        .isEqualTo(
            """
            <html>\r
            <head><title>503 Service Temporarily Unavailable</title></head>\r
            <body>\r
            <center><h1>503 Service Temporarily Unavailable</h1></center>\r
            </body>\r
            </html>\r
            """);
    assertThat(AlbAnswers.error(463, NOW).body()).isEmpty();
  }

  @Test
  void aFixedResponseComesFromTheLoadBalancer() {
    HttpResponse answer =
        AlbAnswers.fixed(
            new Action.FixedResponse(404, "application/json", "{\"message\":\"Not Found\"}"), NOW);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.reason()).isEqualTo("Not Found");
    assertThat(answer.headers().first("Server")).contains("awselb/2.0");
    assertThat(answer.headers().first("Content-Type")).contains("application/json; charset=utf-8");
    assertThat(answer.text()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void everyPolicyServesSuitesThatTheNetworkKnows() {
    assertThat(SslPolicy.names()).hasSizeGreaterThan(3);
    for (String name : SslPolicy.names()) {
      assertThat(SslPolicy.find(name).orElseThrow().suites()).isNotEmpty().allMatch(Suites::known);
    }
    assertThat(SslPolicy.find("ELBSecurityPolicy-TLS13-1-2-2021-06").orElseThrow().suites())
        .hasSize(11)
        .startsWith("TLS_AES_128_GCM_SHA256");
  }

  @Test
  void aMatcherTakesListsAndRanges() {
    HealthCheck.Matcher matcher = HealthCheck.Matcher.parse("200-299,403");

    assertThat(matcher.matches(204)).isTrue();
    assertThat(matcher.matches(403)).isTrue();
    assertThat(matcher.matches(404)).isFalse();
    assertThatThrownBy(() -> HealthCheck.Matcher.parse("20x"))
        .hasMessage("matcher: 20x (expected: statuses like 200, 200,403 or 200-299)");
  }

  private static Outcome outcome(String text) {
    return switch (text) {
      case "timeout" -> new Outcome.TimedOut();
      case "failed" -> new Outcome.Failed();
      default -> new Outcome.Answered(Integer.parseInt(text));
    };
  }

  private static Attributes attributes(JsonNode given) {
    Attributes standard = Attributes.DEFAULT;
    return new Attributes(
        given.path("dropInvalidHeaderFields").asBoolean(),
        standard.desync(),
        standard.idleTimeout(),
        given.path("preserveHostHeader").asBoolean(),
        Attributes.ForwardedFor.valueOf(given.path("forwardedFor").asText("APPEND")),
        given.path("clientPort").asBoolean(),
        standard.http2(),
        given.path("tlsHeaders").asBoolean(),
        standard.deletionProtection());
  }
}
