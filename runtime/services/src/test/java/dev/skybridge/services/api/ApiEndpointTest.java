package dev.skybridge.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Step;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One operation, {@code Echo}, spoken in each protocol. */
class ApiEndpointTest {
  private static final Output.Structure MEMBERS =
      Output.Structure.builder()
          .put("Name", "a<b&\"c\"")
          .put("When", Instant.parse("2026-11-25T01:00:00.5Z"))
          .put("Count", 3)
          .put("Enabled", true)
          .put("Bytes", new byte[] {1, 2})
          .texts("Names", List.of("x", "y"))
          .put("Map", Output.Entries.texts(Map.of("k", "v")))
          .build();
  private static final List<ApiService> SERVICES =
      List.of(
          new ApiService("kms", new JsonProtocol("1.1", "TrentService", "message"), named()),
          new ApiService(
              "sts",
              new QueryProtocol("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
              named()),
          new ApiService("ec2", new Ec2Protocol("2016-11-15"), named()),
          new ApiService(
              "lambda",
              new RestJsonProtocol("Message", true),
              List.of(ApiOperation.at("GET", "/v1/echo/{Name}", "Echo", ApiEndpointTest::echo))),
          new ApiService(
              "route53",
              new RestXmlProtocol("https://route53.amazonaws.com/doc/2013-04-01/"),
              List.of(ApiOperation.at("GET", "/zone/{Name+}", "Echo", ApiEndpointTest::echo))));

  private final TestingEndpoint endpoint =
      new TestingEndpoint(
          new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z")),
          id -> Optional.empty(),
          SERVICES);

  private static List<ApiOperation> named() {
    return List.of(ApiOperation.named("Echo", ApiEndpointTest::echo));
  }

  private static ApiAnswer echo(ApiCall call) {
    call.authorize("test:Echo", call.scope().arn("test", call.input().text("Name")).toString());
    return ApiAnswer.of(MEMBERS);
  }

  @Test
  void jsonHasSecondsAndBase64() throws InterruptedException {
    HttpResponse response = endpoint.json("kms", "TrentService.Echo", "{\"Name\":\"n\"}");
    assertThat(response.text())
        .isEqualTo(
            "{\"Name\":\"a<b&\\\"c\\\"\",\"When\":1795568400.5,\"Count\":3,\"Enabled\":true,"
                + "\"Bytes\":\"AQI=\",\"Names\":[\"x\",\"y\"],\"Map\":{\"k\":\"v\"}}");
    assertThat(response.headers().first("Content-Type")).contains("application/x-amz-json-1.1");
    assertThat(endpoint.trace(response).steps())
        .extracting(Step::gate)
        .containsExactly("signature", "kms authorization");
    assertThat(endpoint.trace(response).request()).isEqualTo("kms Echo in eu-central-1");
    assertThat(endpoint.trace(response).outcome()).isEqualTo("200");
  }

  @Test
  void queryHasAResultAndMembers() throws InterruptedException {
    HttpResponse response = endpoint.query("sts", "Action=Echo&Version=2011-06-15&Name=n");
    assertThat(response.text())
        .isEqualTo(
            "<EchoResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><EchoResult>"
                + "<Name>a&lt;b&amp;&quot;c&quot;</Name><When>2026-11-25T01:00:00Z</When>"
                + "<Count>3</Count><Enabled>true</Enabled><Bytes>AQI=</Bytes>"
                + "<Names><member>x</member><member>y</member></Names>"
                + "<Map><entry><key>k</key><value>v</value></entry></Map></EchoResult>"
                + "<ResponseMetadata><RequestId>"
                + response.headers().first("x-amzn-RequestId").orElseThrow()
                + "</RequestId></ResponseMetadata></EchoResponse>");
  }

  @Test
  void ec2HasItems() throws InterruptedException {
    HttpResponse response = endpoint.query("ec2", "Action=Echo&Version=2016-11-15&Name=n");
    assertThat(response.text())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EchoResponse xmlns=")
        .contains(
            "<When>2026-11-25T01:00:00.500Z</When>", "<Names><item>x</item><item>y</item></Names>");
  }

  @Test
  void restFindsOperationsByTheirPath() throws InterruptedException {
    HttpResponse json = endpoint.rest("lambda", "GET", "/v1/echo/a%20b?x=1", Map.of(), "");
    assertThat(json.status()).isEqualTo(200);
    assertThat(endpoint.trace(json).steps().getLast().place())
        .isEqualTo("test:Echo on arn:aws:test:eu-central-1:111122223333:a b");

    HttpResponse xml = endpoint.rest("route53", "GET", "/zone/a/b", Map.of(), "");
    assertThat(xml.text()).contains("<EchoResponse xmlns=\"https://route53.amazonaws.com");
    assertThat(endpoint.trace(xml).steps().getLast().place()).endsWith(":a/b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kms|400|AccessDeniedException",
        "sts|403|<Code>AccessDenied</Code>",
        "ec2|403|<Code>UnauthorizedOperation</Code>",
        "lambda|403|AccessDeniedException",
        "route53|403|<Code>AccessDenied</Code>"
      })
  void eachProtocolDeniesInItsOwnWay(String service, int status, String code)
      throws InterruptedException {
    endpoint.rights = "test:Other";
    HttpResponse response = call(service);
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text() + response.headers().first("x-amzn-ErrorType"))
        .contains(code)
        .contains(
            "User: arn:aws:iam::111122223333:user/max is not authorized to perform: test:Echo on"
                + " resource: arn:aws:test:eu-central-1:111122223333:n because no identity-based"
                + " policy allows the test:Echo action");
    assertThat(endpoint.trace(response).refusal().orElseThrow().gate())
        .isEqualTo(service + " authorization");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kms|400|UnrecognizedClientException",
        "sts|403|<Code>InvalidClientTokenId</Code>",
        "ec2|401|<Code>AuthFailure</Code>",
        "lambda|403|UnrecognizedClientException",
        "route53|403|<Code>InvalidClientTokenId</Code>"
      })
  void eachProtocolHasItsErrorForAnUnknownKey(String service, int status, String code)
      throws InterruptedException {
    HttpRequest signed = request(service);
    HttpRequest other =
        signed.withHeaders(
            signed
                .headers()
                .with(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIAOTHER/20261125/eu-central-1/"
                        + service
                        + "/aws4_request, SignedHeaders=host, Signature=00")
                .with("X-Amz-Date", "20261125T010000Z"));
    HttpResponse response = endpoint.send(other);
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text() + response.headers().first("x-amzn-ErrorType")).contains(code);
    assertThat(endpoint.trace(response).refusal().orElseThrow().gate()).isEqualTo("signature");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kms|400|MissingAuthenticationTokenException",
        "sts|403|<Code>MissingAuthenticationToken</Code>",
        "ec2|400|<Code>MissingParameter</Code>",
        "lambda|403|MissingAuthenticationTokenException",
        "route53|403|<Code>MissingAuthenticationToken</Code>"
      })
  void eachProtocolHasItsErrorForARequestWithoutSignature(String service, int status, String code)
      throws InterruptedException {
    HttpResponse response = endpoint.send(request(service));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text() + response.headers().first("x-amzn-ErrorType")).contains(code);
  }

  @Test
  void anOperationThatIsNotServedIsNamed() throws InterruptedException {
    assertThat(endpoint.json("kms", "TrentService.Sign", "{}").text())
        .isEqualTo(
            "{\"__type\":\"UnknownOperationException\","
                + "\"message\":\"The operation Sign is not served here.\"}");
    assertThat(endpoint.query("sts", "Action=DecodeAuthorizationMessage&Version=2011-06-15").text())
        .contains(
            "<Code>InvalidAction</Code><Message>Could not find operation"
                + " DecodeAuthorizationMessage for version 2011-06-15</Message>");
    assertThat(endpoint.rest("lambda", "PUT", "/v1/other", Map.of(), "").text())
        .contains("The operation PUT /v1/other is not served here.");
    assertThat(endpoint.rest("s3", "GET", "/bucket", Map.of(), "").text())
        .contains("The service s3 is not served here. Served: ec2, kms, lambda, route53, sts.");
  }

  @Test
  void aBadInputIsTheCallersFault() throws InterruptedException {
    assertThat(endpoint.json("kms", "TrentService.Echo", "{").text())
        .contains("SerializationException");
    assertThat(endpoint.json("kms", "TrentService.Echo", "{}").text())
        .contains("ValidationException", "Value null at 'name'", "Member must not be null");
    assertThat(endpoint.json("kms", "TrentService.Echo", "{\"Name\":[]}").text())
        .contains("ValidationException", "Name: not a string");
    assertThat(endpoint.query("sts", "Action=Echo&Version=2011-06-15").text())
        .contains("<Code>ValidationError</Code>");
  }

  private HttpResponse call(String service) throws InterruptedException {
    return switch (service) {
      case "kms" -> endpoint.json("kms", "TrentService.Echo", "{\"Name\":\"n\"}");
      case "sts" -> endpoint.query("sts", "Action=Echo&Version=2011-06-15&Name=n");
      case "ec2" -> endpoint.query("ec2", "Action=Echo&Version=2016-11-15&Name=n");
      case "lambda" -> endpoint.rest("lambda", "GET", "/v1/echo/n", Map.of(), "");
      case "route53" -> endpoint.rest("route53", "GET", "/zone/n", Map.of(), "");
      default -> throw new IllegalArgumentException(service);
    };
  }

  private static HttpRequest request(String service) {
    return switch (service) {
      case "kms" ->
          HttpRequest.outgoing(
              "POST", "/", Headers.of("X-Amz-Target", "TrentService.Echo"), "{}".getBytes(UTF_8));
      case "sts" -> form("Action=Echo&Version=2011-06-15&Name=n");
      case "ec2" -> form("Action=Echo&Version=2016-11-15&Name=n");
      case "lambda" -> HttpRequest.outgoing("GET", "/v1/echo/n", Headers.NONE, new byte[0]);
      case "route53" -> HttpRequest.outgoing("GET", "/zone/n", Headers.NONE, new byte[0]);
      default -> throw new IllegalArgumentException(service);
    };
  }

  private static HttpRequest form(String text) {
    return HttpRequest.outgoing(
        "POST",
        "/",
        Headers.of("Content-Type", "application/x-www-form-urlencoded"),
        text.getBytes(UTF_8));
  }
}
