package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a function gets, and what becomes of a caller whose function dies or is none. */
class FunctionTest {
  private static final String FAILED = "{\"message\": \"Internal server error\"}";

  @TempDir private static Path temporary;
  private static TestingRuntime runtime;

  @BeforeAll
  static void start() throws IOException {
    Checkout checkout = Checkout.in(Files.createDirectory(temporary.resolve("checkout")));
    ProbeFunction.build(Files.createDirectory(temporary.resolve("classes")), checkout.functions());
    runtime = TestingRuntime.fromSnapshot(checkout.root());
  }

  @AfterAll
  static void close() {
    runtime.close();
  }

  @Test
  void forgedForwardedForIsAppendedToAndSourceIpStaysTheLoadBalancers() throws IOException {
    Answer answer =
        runtime.client().send(Request.get(Orders.BEVERAGE).with("X-Forwarded-For", "203.0.113.7"));

    JsonNode event = answer.json();
    JsonNode identity = event.path("requestContext").path("identity");
    String client = address("Primary");
    String source = identity.path("sourceIp").asText();
    assertThat(event.path("headers").path("X-Forwarded-For").asText())
        .isEqualTo("203.0.113.7, " + client + ", " + source);
    assertThat(runtime.networkInterfaces())
        .filteredOn(card -> card.description().startsWith("ELB "))
        .extracting(card -> card.address().toString())
        .contains(source);
    assertThat(client).startsWith("192.168.0.");
  }

  @Test
  void eventIsThatOfAPrivateApiBehindALoadBalancer() throws IOException {
    JsonNode event =
        runtime.client().send(Request.get(Orders.BEVERAGE + "?limit=7&limit=8")).json();

    assertThat(event.path("resource").asText()).isEqualTo("/orders");
    assertThat(event.path("path").asText()).isEqualTo("/v1/orders");
    assertThat(event.path("queryStringParameters").path("limit").asText()).isEqualTo("8");
    assertThat(event.path("multiValueQueryStringParameters").path("limit")).hasSize(2);
    JsonNode context = event.path("requestContext");
    assertThat(context.path("accountId").asText()).isEqualTo("444455556666");
    assertThat(context.path("domainName").asText()).isEqualTo("beverage." + Orders.DOMAIN);
    assertThat(context.path("stage").asText()).isEqualTo("v1");
    assertThat(context.path("identity").path("vpceId").asText())
        .isEqualTo(runtime.outputs("consumer").path("vpc_endpoint_id").path("value").asText());
    assertThat(event.path("headers").path("X-Forwarded-Proto").asText()).isEqualTo("https");
    assertThat(event.path("headers").path("Host").asText()).isEqualTo("beverage." + Orders.DOMAIN);
  }

  @Test
  void killedInMidRequestFailsThatCallerOnly() throws Exception {
    Path pid = temporary.resolve("pid");
    FutureTask<Answer> caught = new FutureTask<>(() -> send(Orders.BEVERAGE + "?nextToken=" + pid));
    Thread.ofVirtual().start(caught);
    Await.until("the function is at it", () -> Files.exists(pid));

    assertThat(send(Orders.BEVERAGE).status()).isEqualTo(200);
    ProcessHandle function = ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
    assertThat(function.destroyForcibly()).isTrue();

    Answer answer = caught.get();
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).isEqualTo(FAILED);
    assertThat(answer.header("x-amzn-ErrorType")).contains("InternalServerErrorException");
    assertThat(Gates.refusing(runtime.trace(answer))).startsWith("lambda function: ");
    assertThat(send(Orders.BEVERAGE).status()).isEqualTo(200);
    assertThat(runtime.log("beverage-get-orders")).contains("Runtime exited");
  }

  @Test
  void handlerThatIsNotInThePackageIsAFailureThatTheLogNames() throws IOException {
    Answer answer = runtime.client().send(Orders.tea());
    runtime.client().send(Orders.tea());
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).isEqualTo(FAILED);
    assertThat(runtime.log("beverage-post-order")).contains("dev.skybridge.orders.PostOrder");
  }

  private static Answer send(String url) throws IOException {
    return runtime.client().send(Request.get(url));
  }

  private static String address(String owner) {
    return runtime
        .networkInterface(card -> card.description().startsWith(owner))
        .address()
        .toString();
  }
}
