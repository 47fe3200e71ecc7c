package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job: an order placed and read back through every hop and gate of the path. */
class OrderPathTest {
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  /** From the client's packet to the function, in the order in which they are met. */
  private static final List<String> TO_FUNCTION =
      List.of(
          "DNS",
          "security group egress",
          "route",
          "security group ingress",
          "TLS",
          "listener rule",
          "target group",
          "security group egress",
          "route",
          "security group ingress",
          "TLS handshake",
          "route",
          "endpoint policy",
          "resource policy",
          "method",
          "request validator",
          "lambda permission");

  /** From the function to its table. */
  private static final List<String> TO_TABLE =
      List.of(
          "security group egress",
          "route",
          "signature",
          "endpoint policy",
          "role policy",
          "dynamodb");

  private final VpcClient client = RUNTIME.client();

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void teaIsOrderedAndLookedUp() throws IOException {
    Answer placed = client.send(Orders.tea());

    assertThat(placed.status()).isEqualTo(201);
    JsonNode order = placed.json().path("order");
    assertThat(placed.json().path("message").asText()).isEqualTo("Order placed");
    assertThat(order.path("fullName").asText()).isEqualTo("Max Mustermann");
    assertThat(order.path("beverage").asText()).isEqualTo("tea");
    assertThat(order.path("orderDate").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(placed.header("Location")).contains("/v1/orders/" + Orders.id(placed));
    Answer found = client.send(Request.get(Orders.BEVERAGE + "/" + Orders.id(placed)));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.json()).isEqualTo(order);
  }

  @Test
  void hamburgerIsOrderedInItsOwnAccount() throws IOException {
    String id = Orders.id(client.send(Orders.hamburger()));

    assertThat(client.send(Request.get(Orders.FOOD + "/" + id)).json().path("food").asText())
        .isEqualTo("hamburger");
    Answer elsewhere = client.send(Request.get(Orders.BEVERAGE + "/" + id));
    assertThat(elsewhere.status()).isEqualTo(404);
  }

  @Test
  void ordersAreListedNewestFirst() throws IOException {
    String first = Orders.id(client.send(Orders.tea()));
    String second = Orders.id(client.send(Orders.tea()));

    List<String> ids = Orders.listed(client, Orders.BEVERAGE);
    assertThat(ids).containsSubsequence(second, first).doesNotHaveDuplicates();
  }

  @Test
  void pagesFollowOneAnother() throws IOException {
    String first = Orders.id(client.send(Orders.tea()));
    String second = Orders.id(client.send(Orders.tea()));

    JsonNode page = client.send(Request.get(Orders.BEVERAGE + "?limit=1")).json();
    assertThat(page.path("orders")).hasSize(1);
    assertThat(page.path("orders").path(0).path("orderId").asText()).isEqualTo(second);
    String next = Orders.BEVERAGE + "?limit=1&nextToken=" + page.path("nextToken").asText();
    assertThat(
            client.send(Request.get(next)).json().path("orders").path(0).path("orderId").asText())
        .isEqualTo(first);
  }

  @Test
  void repeatWithAnIdempotencyKeyReturnsTheFirstOrder() throws IOException {
    Request tea = Orders.tea().with("Idempotency-Key", "breakfast-1");
    Answer first = client.send(tea);

    Answer repeat = client.send(tea);
    assertThat(repeat.status()).isEqualTo(201);
    assertThat(repeat.body()).isEqualTo(first.body());
    Answer other = client.send(tea.body(Orders.TEA.replace("tea", "coffee")));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body())
        .isEqualTo("{\"message\":\"Idempotency-Key: already used for another order\"}");
  }

  @Test
  void unicodeNamesSurvive() throws IOException {
    String name = "Zoë 李小龙 ᚠᛇᚻ 𝒳 Müller";

    Answer placed =
        client.send(
            Request.post(
                Orders.BEVERAGE, "{\"fullName\":\"" + name + "\",\"beverage\":\"water\"}"));

    Answer found = client.send(Request.get(Orders.BEVERAGE + "/" + Orders.id(placed)));
    assertThat(found.json().path("fullName").asText()).isEqualTo(name);
  }

  static Stream<Arguments> problems() {
    Request tea = Orders.tea();
    String invalid = "{\"message\": \"Invalid request body\"}";
    String large = Orders.TEA.replace("{", "{" + " ".repeat(17_000));
    return Stream.of(
        Arguments.of(tea.body("{\"fullName\":\"Max\""), 400, invalid),
        Arguments.of(tea.body("[]"), 400, invalid),
        Arguments.of(Request.of("POST", Orders.BEVERAGE), 400, invalid),
        Arguments.of(tea.body("{\"beverage\":\"tea\"}"), 400, invalid),
        Arguments.of(tea.body(Orders.TEA.replace("tea", "beer")), 400, invalid),
        Arguments.of(tea.body("{\"fullName\":7,\"beverage\":\"tea\"}"), 400, invalid),
        Arguments.of(
            tea.body("{\"fullName\":\"" + "x".repeat(101) + "\",\"beverage\":\"tea\"}"),
            400,
            invalid),
        Arguments.of(
            tea.body("{\"fullName\":\"   \",\"beverage\":\"tea\"}"),
            400,
            "{\"message\":\"fullName: must not be blank\"}"),
        Arguments.of(
            Request.get(Orders.BEVERAGE + "/00000000-0000-4000-8000-000000000000"),
            404,
            "{\"message\":\"Order not found\"}"),
        Arguments.of(Request.get(Orders.BEVERAGE + "/%2e%2e%2f%00"), 404, ""),
        Arguments.of(Request.get(Orders.BEVERAGE + "?limit=0"), 400, ""),
        Arguments.of(Request.get(Orders.BEVERAGE + "?orderDate=2026-02-30"), 400, ""),
        Arguments.of(Request.get(Orders.BEVERAGE + "?nextToken=forged"), 400, ""),
        Arguments.of(
            tea.body(large),
            413,
            "{\"message\":\"body: too large (expected: 16384 bytes at most)\"}"),
        Arguments.of(
            Request.of("POST", Orders.BEVERAGE).with("Content-Type", "text/plain").body("tea"),
            415,
            "{\"message\":\"Content-Type: expected application/json in UTF-8\"}"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void whatAClientSendsWrongIsAnsweredAsAProblem(Request request, int status, String body)
      throws IOException {
    Answer answer = client.send(request);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    if (body.isEmpty()) {
      assertThat(answer.json().path("message").asText()).isNotEmpty();
    } else {
      assertThat(answer.body()).isEqualTo(body);
    }
  }

  @Test
  void traceShowsEveryGateInOrder() throws IOException {
    Answer placed = client.send(Orders.tea());

    Trace trace = RUNTIME.trace(placed);
    List<String> all = Gates.names(trace);
    assertThat(all).contains("network ACL egress");
    // Whether a hop crosses a border of a subnet depends on the load balancer's choice of nodes.
    List<String> gates = all.stream().filter(gate -> !gate.startsWith("network ACL")).toList();
    assertThat(gates.subList(0, TO_FUNCTION.size())).isEqualTo(TO_FUNCTION);
    List<String> after = gates.subList(TO_FUNCTION.size(), gates.size());
    assertThat(after).containsSubsequence(TO_TABLE);
    assertThat(after).endsWith("lambda function", "integration");
    assertThat(trace.refusal()).isEmpty();
    assertThat(trace.outcome()).isEqualTo("201");
    assertThat(trace.request()).isEqualTo("POST " + Orders.BEVERAGE);
  }

  @Test
  void traceNamesTheRulesThatDecided() throws IOException {
    Trace trace = RUNTIME.trace(client.send(Orders.tea()));

    Set<String> rules =
        trace.steps().stream()
            .map(step -> step.gate() + ": " + step.verdict().rule().text())
            .collect(Collectors.toSet());
    assertThat(rules)
        .anySatisfy(
            rule -> assertThat(rule).startsWith("resource policy: ").contains("AllowInvoke"))
        .anySatisfy(
            rule -> assertThat(rule).startsWith("endpoint policy: ").contains("InvokeProducerApis"))
        .anySatisfy(rule ->
            assertThat(rule).startsWith("endpoint policy: ").contains("FunctionsOnTheirTable"))
        .anySatisfy(rule -> assertThat(rule).startsWith("role policy: ").contains("WriteTable"))
        .anySatisfy(
            rule -> assertThat(rule).startsWith("lambda permission: ").contains("AllowApiGateway"));
  }

  @Test
  void traceShowsNoAddressOfThisMachine() throws IOException {
    Trace trace = RUNTIME.trace(client.send(Orders.tea()));

    assertThat(trace.steps())
        .extracting(Step::toString)
        .noneSatisfy(step -> assertThat(step).contains("127."));
  }

  @Test
  void keptConnectionCarriesSeveralRequests() throws IOException {
    try (VpcConnection connection = client.connect("beverage." + Orders.DOMAIN, 443)) {
      assertThat(connection.protocol()).isEqualTo("TLSv1.3");
      connection.send(Orders.tea());
      Answer second = connection.send(Orders.tea());

      assertThat(second.status()).isEqualTo(201);
      assertThat(RUNTIME.trace(second).steps().getFirst().gate())
          .isEqualTo("DNS (connection reused)");
    }
  }

  @Test
  void answerCarriesTheHeadersOfApiGateway() throws IOException {
    Answer placed = client.send(Orders.tea());

    assertThat(placed.header("Content-Type")).contains("application/json");
    assertThat(placed.header("x-amz-apigw-id")).isPresent();
    assertThat(placed.header("X-Amzn-Trace-Id"))
        .hasValueSatisfying(
            id -> assertThat(id).startsWith("Root=" + RUNTIME.trace(placed).id() + ";"));
    assertThat(placed.headers()).filteredOn(header -> header.name().equals("Date")).hasSize(1);
  }

  @Test
  void noFullNameIsLogged() throws IOException {
    String id =
        Orders.id(
            client.send(
                Request.post(
                    Orders.BEVERAGE, "{\"fullName\":\"Erika Geheim\",\"beverage\":\"tea\"}")));
    client.send(Request.get(Orders.BEVERAGE + "/" + id));

    for (String function : List.of("beverage-post-order", "beverage-get-order")) {
      String log = RUNTIME.log(function);
      assertThat(log).contains("REPORT RequestId:").doesNotContain("Geheim");
    }
  }
}
