package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.services.AwsException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK's own signer. */
class SignatureVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final Region REGION = new Region("eu-central-1");
  private static final String BODY = "{\"TableName\":\"orders\"}";
  private static final Caller CALLER =
      new Caller(
          Principal.Identity.session(
              "arn:aws:sts::444455556666:assumed-role/get/s",
              "arn:aws:iam::444455556666:role/get",
              new AccountId("444455556666")),
          "ASIAEXAMPLE",
          "AROAEXAMPLE:s",
          List.of(),
          Context.builder().put("lambda:SourceFunctionArn", "arn:aws:lambda:x").build());
  private static final KnownKey KEY =
      KnownKey.temporary("secret", "token", NOW.plusSeconds(3600), CALLER);

  private final SignatureVerifier verifier =
      new SignatureVerifier(
          id -> id.equals("ASIAEXAMPLE") ? Optional.of(KEY) : Optional.empty(), () -> NOW);

  @Test
  void knowsWhoSignedWithTheSdk() {
    assertThat(verify(sign("https://dynamodb.eu-central-1.amazonaws.com/", NOW))).isEqualTo(CALLER);
  }

  @Test
  void readsPathsAndQueriesAsTheSdkSignsThem() {
    List<String> targets =
        List.of(
            "/v1/orders/a%20b/",
            "/a%2Fb//c",
            "/v1/orders?orderDate=2026-11-23&limit=5&nextToken=a%2Bb%3D%3D",
            "/?b=&a=2&a=1&%C3%BC=%E2%82%AC");
    for (String target : targets) {
      assertThat(verify(sign("https://x.execute-api.eu-central-1.amazonaws.com" + target, NOW)))
          .as(target)
          .isEqualTo(CALLER);
    }
  }

  @Test
  void refusesAChangedBody() {
    HttpRequest signed = sign("https://dynamodb.eu-central-1.amazonaws.com/", NOW);
    HttpRequest changed =
        HttpRequest.outgoing(
            signed.method(), signed.target(), signed.headers(), "{}".getBytes(UTF_8));
    assertRefused(
        changed,
        "InvalidSignatureException",
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  @Test
  void refusesAChangedHeader() {
    HttpRequest signed = sign("https://dynamodb.eu-central-1.amazonaws.com/", NOW);
    assertThatThrownBy(() ->
            verify(
                signed.withHeaders(
                    signed.headers().with("X-Amz-Target", "DynamoDB_20120810.DeleteTable"))))
        .hasMessageStartingWith("The request signature we calculated does not match");
  }

  @Test
  void refusesARequestWithoutSignature() {
    HttpRequest request =
        HttpRequest.outgoing("POST", "/", Headers.of("Host", "x"), BODY.getBytes(UTF_8));
    assertRefused(
        request, "MissingAuthenticationTokenException", "Request is missing Authentication Token");
  }

  @Test
  void refusesAHeaderCutShort() {
    HttpRequest signed = sign("https://dynamodb.eu-central-1.amazonaws.com/", NOW);
    assertRefused(
        signed.withHeaders(
            signed.headers().with("Authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/e")),
        "IncompleteSignatureException",
        "Authorization header requires 'Signature' parameter. Authorization header requires"
            + " 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256");
    assertRefused(
        signed.withHeaders(signed.headers().with("Authorization", "Bearer x")),
        "IncompleteSignatureException",
        "Unsupported AWS 'algorithm': 'Bearer'");
    assertRefused(
        signed.withHeaders(signed.headers().without("X-Amz-Date")),
        "IncompleteSignatureException",
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }

  @Test
  void refusesAnotherToken() {
    HttpRequest signed = sign("https://dynamodb.eu-central-1.amazonaws.com/", NOW);
    assertRefused(
        signed.withHeaders(signed.headers().with("X-Amz-Security-Token", "other")),
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  @Test
  void refusesAKeyThatNobodyHas() {
    SignatureVerifier nobody = new SignatureVerifier(id -> Optional.empty(), () -> NOW);
    HttpRequest signed = sign("https://dynamodb.eu-central-1.amazonaws.com/", NOW);
    assertThatThrownBy(() -> nobody.verify(signed, REGION, "execute-api"))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("UnrecognizedClientException"));
  }

  @Test
  void refusesAnExpiredKey() {
    SignatureVerifier later =
        new SignatureVerifier(id -> Optional.of(KEY), () -> NOW.plusSeconds(3600));
    HttpRequest signed = sign("https://x.amazonaws.com/", NOW.plusSeconds(3600));
    assertThatThrownBy(() -> later.verify(signed, REGION, "execute-api"))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("ExpiredTokenException"))
        .hasMessage("The security token included in the request is expired");
  }

  @Test
  void refusesAnotherServiceOrRegion() {
    HttpRequest signed = sign("https://x.amazonaws.com/", NOW);
    assertThatThrownBy(() -> verifier.verify(signed, REGION, "dynamodb"))
        .hasMessage("Credential should be scoped to correct service: 'dynamodb'. ");
    assertThatThrownBy(() -> verifier.verify(signed, new Region("eu-west-1"), "execute-api"))
        .hasMessage("Credential should be scoped to a valid region, not 'eu-central-1'. ");
  }

  @Test
  void toleratesClocksFiveMinutesApart() {
    assertThat(verify(sign("https://x.amazonaws.com/", NOW.minus(Duration.ofMinutes(5)))))
        .isEqualTo(CALLER);
    assertRefused(
        sign("https://x.amazonaws.com/", NOW.minus(Duration.ofSeconds(301))),
        "InvalidSignatureException",
        "Signature expired: 20261123T025459Z is now earlier than 20261123T025500Z"
            + " (20261123T030000Z - 5 min.)");
    assertRefused(
        sign("https://x.amazonaws.com/", NOW.plus(Duration.ofSeconds(301))),
        "InvalidSignatureException",
        "Signature not yet current: 20261123T030501Z is still later than 20261123T030500Z"
            + " (20261123T030000Z + 5 min.)");
  }

  private Caller verify(HttpRequest request) {
    return verifier.verify(request, REGION, "execute-api");
  }

  private void assertRefused(HttpRequest request, String code, String message) {
    assertThatThrownBy(() -> verify(request))
        .isInstanceOfSatisfying(AwsException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }

  private static HttpRequest sign(String url, Instant when) {
    URI uri = URI.create(url);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .uri(uri)
            .method(SdkHttpMethod.POST)
            .putHeader("X-Amz-Target", "DynamoDB_20120810.PutItem")
            .putHeader("X-Spaces", "  a   b  ")
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(AwsSessionCredentialsIdentity.create("ASIAEXAMPLE", "secret", "token"))
                    .request(request)
                    .payload(ContentStreamProvider.fromUtf8String(BODY))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(when, ZoneOffset.UTC)))
            .request();
    List<Headers.Header> headers = new ArrayList<>();
    signed.forEachHeader(
        (name, values) -> values.forEach(value -> headers.add(new Headers.Header(name, value))));
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return HttpRequest.outgoing(
        "POST", uri.getRawPath() + query, new Headers(headers), BODY.getBytes(UTF_8));
  }
}
