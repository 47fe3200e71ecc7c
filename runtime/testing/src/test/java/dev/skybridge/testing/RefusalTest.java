package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.NetworkInterface;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the path refuses: at the right gate, with AWS's own answer. */
class RefusalTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  private final VpcClient client = RUNTIME.client();

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void straightToTheEndpointPastTheLoadBalancerIsDropped() {
    Request past = Request.get("https://192.168.2.10/v1/orders");

    assertThatThrownBy(() -> client.sendUnverified(past))
        .isInstanceOf(SocketTimeoutException.class);
    Trace trace = latest("connect 192.168.2.10:443");
    assertThat(Gates.refusing(trace)).isEqualTo("security group ingress: no ingress rule");
    assertThat(Gates.reason(trace))
        .matches("no rule of sg-\\w+ allows tcp 443 in from 192\\.168\\..*");
    assertThat(trace.outcome()).isEqualTo("time-out");
  }

  @Test
  void anotherPortOfTheLoadBalancerIsDropped() {
    Request other = Request.get("https://beverage." + Orders.DOMAIN + ":8443/v1/orders");

    assertThatThrownBy(() -> client.send(other)).isInstanceOf(SocketTimeoutException.class);
    assertThat(Gates.refusing(latest("connect beverage." + Orders.DOMAIN + ":8443")))
        .isEqualTo("security group egress: no egress rule");
  }

  @Test
  void interfaceWhoseGroupForbidsItGetsNowhere() {
    String endpoint = card("VPC Endpoint Interface").id();

    assertThatThrownBy(() -> RUNTIME.from(endpoint).send(Request.get(Orders.BEVERAGE)))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(Gates.refusing(latest("connect beverage." + Orders.DOMAIN + ":443")))
        .isEqualTo("security group egress: no egress rule");
  }

  @Test
  void anotherAccountsVpcKnowsNeitherNameNorAddress() {
    String function = card("AWS Lambda").id();

    assertThatThrownBy(() -> RUNTIME.from(function).send(Request.get(Orders.BEVERAGE)))
        .isInstanceOf(UnknownHostException.class);
    assertThat(Gates.refusing(latest("connect beverage." + Orders.DOMAIN + ":443")))
        .startsWith("DNS: ");
    assertThatThrownBy(
            () -> RUNTIME.from(function).sendUnverified(Request.get("https://192.168.3.10/")))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(Gates.refusing(latest("connect 192.168.3.10:443")))
        .isEqualTo("security group egress: no egress rule");
  }

  @Test
  void nameOutsideTheZoneIsNotFound() {
    for (String host : List.of("example.com", "tea." + Orders.DOMAIN)) {
      assertThatThrownBy(() -> client.send(Request.get("https://" + host + "/")))
          .isInstanceOf(UnknownHostException.class);
      assertThat(Gates.refusing(latest("connect " + host + ":443"))).startsWith("DNS: ");
    }
  }

  @Test
  void foreignProcessThatConnectsToTheLoopbackAddressIsDroppedBeforeTls() throws Exception {
    for (String owner : List.of("ELB ", "VPC Endpoint Interface")) {
      InetAddress address = RUNTIME.loopback(card(owner));
      int port = Listening.port(address);

      try (Socket foreign = new Socket(address, port)) {
        foreign.setSoTimeout(10_000);
        assertThat(answered(foreign)).isFalse();
      }
      Trace trace = latest("connection to " + card(owner).address() + ":443");
      assertThat(trace.outcome()).isEqualTo("dropped");
      assertThat(Gates.refusing(trace)).isEqualTo("accept: connections of the VPC only");
    }
  }

  @Test
  void certificateIsForItsNamesOnly() {
    Request byAddress = Request.get("https://" + card("ELB ").address() + "/v1/orders");

    assertThatThrownBy(() -> client.send(byAddress)).isInstanceOf(SSLException.class);
  }

  @Test
  void hostWithoutARuleGetsTheListenersDefaultAnswer() throws IOException {
    Answer answer = client.send(Request.get(Orders.BEVERAGE).with("Host", "tea." + Orders.DOMAIN));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.reason()).isEqualTo("Not Found");
    assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(answer.header("Server")).contains("awselb/2.0");
    assertThat(answer.header("Content-Type")).contains("application/json; charset=utf-8");
    Trace trace = latest("GET https://tea." + Orders.DOMAIN + "/v1/orders");
    assertThat(trace.outcome()).isEqualTo("404");
    assertThat(Gates.names(trace)).endsWith("TLS", "listener rule");
  }

  @Test
  void pathOrMethodThatTheApiHasNotIsMissingAToken() throws IOException {
    for (Request request :
        List.of(
            Request.get("https://beverage." + Orders.DOMAIN + "/v1/secrets"),
            Request.of("DELETE", Orders.BEVERAGE))) {
      Answer answer = client.send(request);

      refused(answer, "MissingAuthenticationTokenException");
      assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
      assertThat(Gates.refusing(RUNTIME.trace(answer))).startsWith("method: ");
    }
  }

  @Test
  void unknownPathWithAForeignAuthorizationIsAMalformedSignature() throws IOException {
    Answer answer =
        client.send(
            Request.get("https://beverage." + Orders.DOMAIN + "/v1/secrets")
                .with("Authorization", "Bearer x"));

    refused(answer, "IncompleteSignatureException");
    assertThat(answer.body())
        .startsWith(
            "{\"message\":\"Invalid key=value pair (missing equal-sign) in Authorization header");
  }

  @Test
  void basePathWithoutAMappingIsForbidden() throws IOException {
    Answer answer = client.send(Request.get("https://beverage." + Orders.DOMAIN + "/v2/orders"));

    forbidden(answer);
    assertThat(Gates.reason(RUNTIME.trace(answer)))
        .isEqualTo("no mapping for /v2 of beverage." + Orders.DOMAIN);
  }

  @Test
  void apiIdHeaderRoutesPastTheHost() throws IOException {
    String hamburger = Orders.id(client.send(Orders.hamburger()));

    Request toFood = Request.get(Orders.BEVERAGE + "/" + hamburger);
    Answer answer = client.send(toFood.with("x-apigw-api-id", api("food")));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("food").asText()).isEqualTo("hamburger");
  }

  @Test
  void apiIdThatNobodyHasIsForbidden() throws IOException {
    Answer answer = client.send(Request.get(Orders.BEVERAGE).with("x-apigw-api-id", "abcdefghij"));

    forbidden(answer);
    assertThat(Gates.reason(RUNTIME.trace(answer))).isEqualTo("no API abcdefghij in eu-central-1");
  }

  @Test
  void loopbackDoorOfAFunctionTakesSignedRequestsOnly() throws Exception {
    client.send(Orders.tea());
    FunctionProcess function = FunctionProcess.of("beverage-post-order");

    String unsigned = function.askTables("ListTables", "{}", "");
    assertThat(unsigned).contains("MissingAuthenticationToken").doesNotContain("beverage-orders");
    String forged =
        function.askTables(
            "GetItem",
            "{\"TableName\":\"beverage-orders\",\"Key\":{\"pk\":{\"S\":\"META#oldest\"}}}",
            "AWS4-HMAC-SHA256 Credential=ASIA%s/20261123/eu-central-1/dynamodb/aws4_request,"
                    .formatted(UUID.randomUUID().toString().substring(0, 8))
                + " SignedHeaders=host;x-amz-date, Signature="
                + "0".repeat(64));
    assertThat(forged).contains("UnrecognizedClientException").doesNotContain("days");
  }

  private static void forbidden(Answer answer) {
    refused(answer, "ForbiddenException");
    assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(Gates.refusing(RUNTIME.trace(answer))).startsWith("route: ");
  }

  private static void refused(Answer answer, String errorType) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.reason()).isEqualTo("Forbidden");
    assertThat(answer.header("x-amzn-ErrorType")).contains(errorType);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("Server")).contains("Server");
    assertThat(answer.header("x-amz-apigw-id")).isPresent();
  }

  /** Whether the other side says anything before it closes. */
  private static boolean answered(Socket foreign) throws IOException {
    try {
      return foreign.getInputStream().read() >= 0;
    } catch (SocketException reset) {
      return false;
    }
  }

  private static String api(String service) {
    return RUNTIME
        .outputs(service)
        .path("microservices")
        .path("value")
        .path(service)
        .path("rest_api_id")
        .asText();
  }

  /** The latest trace of a request or connection that is described so. */
  private static Trace latest(String request) {
    return RUNTIME.traces().reversed().stream()
        .filter(trace -> trace.request().equals(request))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no trace of " + request));
  }

  private static NetworkInterface card(String description) {
    return RUNTIME.networkInterface(card -> card.description().startsWith(description));
  }
}
