package dev.skybridge.services.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.signature.SdkSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Methods with AWS_IAM, called by requests that AWS's own signer signs. */
class SignedCallTest {
  private static final String HOME = "444455556666";
  private static final String FOREIGN = "111122223333";
  private static final String URL = "https://" + World.DOMAIN + "/v1/orders";
  private static final Instant NOW = Instant.parse("2026-11-23T05:06:07.890Z");
  private static final String INVOKE =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "%s", "Action": "execute-api:Invoke",
         "Resource": "arn:aws:execute-api:eu-central-1:444455556666:abcdef1234/v1/GET/*"}]}
      """;
  private static final String SILENT =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "execute-api:/v1/GET/*",
         "Principal": {"AWS": "arn:aws:iam::777788889999:role/reader"}}]}
      """;

  private static String ofRoles(String effect) {
    return """
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "%s", "Action": "execute-api:Invoke", "Resource": "execute-api:/v1/GET/*",
       "Principal": {"AWS": ["arn:aws:iam::444455556666:role/reader",
                             "arn:aws:iam::111122223333:role/reader"]}}]}
    """
        .formatted(effect);
  }

  private static SdkSigner signer(String key, Instant when) {
    return new SdkSigner(
        AwsSessionCredentialsIdentity.create(key, KnownCallers.SECRET, KnownCallers.TOKEN),
        "eu-central-1",
        "execute-api",
        when);
  }

  private static HttpResponse send(World world, HttpRequest request) throws InterruptedException {
    return world.send(request.method(), request.target(), request.headers(), request.body());
  }

  /** A caller of that account, with policies that say so of the GET of orders. */
  private static HttpResponse called(String account, String own, String resource)
      throws InterruptedException {
    World world = World.signed(resource.equals("silent") ? SILENT : ofRoles(resource));
    if (!own.equals("silent")) {
      world.callers.may(INVOKE.formatted(own));
    }
    String key = world.callers.session(account);
    return send(world, signer(key, NOW).header("GET", URL, Map.of(), ""));
  }

  /** Table A of AWS's page on the authorization flow. */
  @ParameterizedTest(name = "own policy {0}, resource policy {1}")
  @CsvSource({
    "Allow,  Allow,  200, ''",
    "Allow,  silent, 200, ''",
    "Allow,  Deny,   403, ' with an explicit deny in a resource-based policy'",
    "silent, Allow,  200, ''",
    "silent, silent, 403,"
        + " ' because no identity-based policy allows the execute-api:Invoke action'",
    "silent, Deny,   403, ' with an explicit deny in a resource-based policy'",
    "Deny,   Allow,  403, ' with an explicit deny in an identity-based policy'",
    "Deny,   silent, 403, ' with an explicit deny in an identity-based policy'",
  })
  void withinTheAccountEitherPolicyIsEnough(String own, String resource, int status, String because)
      throws InterruptedException {
    judged(called(HOME, own, resource), HOME, status, because);
  }

  /** Table B of the same page. */
  @ParameterizedTest(name = "own policy {0}, resource policy {1}")
  @CsvSource({
    "Allow,  Allow,  200, ''",
    "Allow,  silent, 403,"
        + " ' because no resource-based policy allows the execute-api:Invoke action'",
    "Allow,  Deny,   403, ' with an explicit deny in a resource-based policy'",
    "silent, Allow,  403,"
        + " ' because no identity-based policy allows the execute-api:Invoke action'",
    "Deny,   Allow,  403, ' with an explicit deny in an identity-based policy'",
  })
  void acrossAccountsBothPoliciesMustAllow(String own, String resource, int status, String because)
      throws InterruptedException {
    judged(called(FOREIGN, own, resource), FOREIGN, status, because);
  }

  private static void judged(HttpResponse response, String account, int status, String because) {
    assertThat(response.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(response.headers().first("x-amzn-ErrorType")).contains("AccessDeniedException");
      assertThat(response.text())
          .isEqualTo(
              "{\"Message\":\"User: arn:aws:sts::"
                  + account
                  + ":assumed-role/reader/shop is not authorized to perform: execute-api:Invoke on"
                  + " resource: arn:aws:execute-api:eu-central-1:********6666:abcdef1234/v1/GET/orders"
                  + because
                  + "\"}");
    }
  }

  @Test
  void theFunctionLearnsWhoSignedAndNotTheSignature() throws Exception {
    World world = World.signed(World.OPEN_POLICY);
    String key = world.callers.session(FOREIGN);
    world.callers.may(INVOKE.formatted("Allow"));

    HttpResponse response =
        send(world, signer(key, NOW).header("GET", URL, Map.of("X-Shop", "1"), ""));

    assertThat(response.status()).isEqualTo(200);
    JsonNode event = new ObjectMapper().readTree(world.functions.events().getFirst());
    JsonNode identity = event.at("/requestContext/identity");
    assertThat(identity.path("accessKey").asText()).isEqualTo(key);
    assertThat(identity.path("accountId").asText()).isEqualTo(FOREIGN);
    assertThat(identity.path("caller").asText()).isEqualTo("AROAEXAMPLEEXAMPLE123:shop");
    assertThat(identity.path("user").asText()).isEqualTo("AROAEXAMPLEEXAMPLE123:shop");
    assertThat(identity.path("userArn").asText())
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/reader/shop");
    assertThat(identity.path("principalOrgId").asText()).isEqualTo("o-a1b2c3d4e5");
    assertThat(event.at("/requestContext/accountId").asText()).isEqualTo(HOME);
    assertThat(event.path("headers").path("X-Shop").asText()).isEqualTo("1");
    assertThat(event.path("headers").has("Authorization")).isFalse();
    assertThat(event.path("multiValueHeaders").has("Authorization")).isFalse();
    assertThat(world.traces.last().orElseThrow().steps())
        .extracting(step -> step.gate())
        .containsSubsequence("route", "signature", "authorization", "method", "integration");
  }

  @Test
  void anUnsignedCallIsMissingItsToken() throws InterruptedException {
    HttpResponse response = World.signed(World.OPEN_POLICY).get(World.DOMAIN, "/v1/orders");

    refused(
        response,
        "MissingAuthenticationTokenException",
        "{\"message\":\"Missing Authentication Token\"}");
  }

  @Test
  void anotherKindOfAuthorizationIsAMalformedSignature() throws InterruptedException {
    HttpResponse response =
        World.signed(World.OPEN_POLICY)
            .send(
                "GET",
                "/v1/orders",
                Headers.of("Host", World.DOMAIN, "Authorization", "Bearer x"),
                new byte[0]);

    refused(
        response,
        "IncompleteSignatureException",
        "{\"message\":\"Invalid key=value pair (missing equal-sign) in Authorization header (hashed"
            + " with SHA-256 and encoded with Base64):"
            + " 'uTem/WB082UJMN2ajD6lH6UChGpTAddMJSx2iu923No='.\"}");
  }

  @Test
  void anIncompleteSignatureSaysWhatIsMissing() throws InterruptedException {
    HttpResponse response =
        World.signed(World.OPEN_POLICY)
            .send(
                "GET",
                "/v1/orders",
                Headers.of("Host", World.DOMAIN, "Authorization", "AWS4-HMAC-SHA256 Credential=a"),
                new byte[0]);

    refused(
        response,
        "IncompleteSignatureException",
        "{\"message\":\"Authorization header requires 'Signature' parameter. Authorization header"
            + " requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256\"}");
  }

  @Test
  void anAlteredBodyDoesNotMatchItsSignature() throws InterruptedException {
    World world = World.signed(World.OPEN_POLICY);
    String key = world.callers.session(HOME);
    HttpRequest signed =
        signer(key, NOW)
            .header(
                "POST",
                URL,
                Map.of("Content-Type", "application/json"),
                "{\"fullName\":\"Max\",\"beverage\":\"tea\"}");

    HttpResponse response =
        world.send(
            "POST",
            signed.target(),
            signed.headers(),
            "{\"beverage\":\"gin\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().first("x-amzn-ErrorType")).contains("InvalidSignatureException");
    assertThat(response.text())
        .startsWith(
            "{\"message\":\"The request signature we calculated does not match the signature you"
                + " provided. Check your AWS Secret Access Key and signing method. Consult the"
                + " service documentation for details.");
    assertThat(world.functions.events()).isEmpty();
  }

  @Test
  void aSignatureCanBeReplayedForFiveMinutesAndNoLonger() throws InterruptedException {
    World world = World.signed(World.OPEN_POLICY);
    String key = world.callers.session(HOME);
    HttpRequest recent =
        signer(key, NOW.minus(Duration.ofMinutes(5)).plusSeconds(1))
            .header("GET", URL, Map.of(), "");
    HttpRequest old =
        signer(key, Instant.parse("2026-11-23T05:01:06Z")).header("GET", URL, Map.of(), "");

    assertThat(send(world, recent).status()).isEqualTo(200);
    assertThat(send(world, recent).status()).isEqualTo(200);
    refused(
        send(world, old),
        "InvalidSignatureException",
        "{\"message\":\"Signature expired: 20261123T050106Z is now earlier than 20261123T050107Z"
            + " (20261123T050607Z - 5 min.)\"}");
  }

  @Test
  void aKeyThatNobodyHasIsUnrecognized() throws InterruptedException {
    World world = World.signed(World.OPEN_POLICY);

    refused(
        send(world, signer("ASIANOBODY", NOW).header("GET", URL, Map.of(), "")),
        "UnrecognizedClientException",
        "{\"message\":\"The security token included in the request is invalid.\"}");
  }

  @Test
  void theEndpointsPolicyKnowsTheSigner() throws InterruptedException {
    World world = World.signed(World.OPEN_POLICY);
    world.endpointPolicy(
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*",
           "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::444455556666:role/reader"}}}]}
        """);
    world.callers.may(INVOKE.formatted("Allow"));
    HttpRequest home = signer(world.callers.session(HOME), NOW).header("GET", URL, Map.of(), "");
    HttpRequest foreign =
        signer(world.callers.session(FOREIGN), NOW).header("GET", URL, Map.of(), "");

    assertThat(send(world, home).status()).isEqualTo(200);
    assertThat(send(world, foreign).text())
        .endsWith("because no VPC endpoint policy allows the execute-api:Invoke action\"}");
  }

  @Test
  void aMethodWithoutAuthorizationDoesNotLookAtSignatures() throws InterruptedException {
    World world = World.orders();

    HttpResponse response = send(world, signer("ASIANOBODY", NOW).header("GET", URL, Map.of(), ""));

    assertThat(response.status()).isEqualTo(200);
    assertThat(world.functions.events().getFirst())
        .contains("\"userArn\":null")
        .doesNotContain("AWS4-HMAC-SHA256");
  }

  private static void refused(HttpResponse response, String errorType, String body) {
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().first("x-amzn-ErrorType")).contains(errorType);
    assertThat(response.text()).isEqualTo(body);
  }
}
