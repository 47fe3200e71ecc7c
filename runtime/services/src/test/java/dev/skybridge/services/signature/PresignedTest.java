package dev.skybridge.services.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Presigned URLs, and what differs from service to service. */
class PresignedTest {
  private static final Instant SIGNED = Instant.parse("2026-11-25T01:00:00Z");
  private static final Region REGION = new Region("eu-central-1");
  private static final String URL =
      "https://sts.eu-central-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15";
  private static final Caller CALLER =
      new Caller(
          Principal.Identity.user(
              "arn:aws:iam::444455556666:user/max", new AccountId("444455556666")),
          "AKIAEXAMPLE",
          "AIDAEXAMPLE",
          List.of(),
          Context.empty());

  private final AtomicReference<Instant> now = new AtomicReference<>(SIGNED);
  private final SignatureVerifier verifier =
      new SignatureVerifier(id -> Optional.of(KnownKey.longTerm("secret", CALLER)), now::get);

  @Test
  void anUrlIsGoodAsLongAsItSays() {
    HttpRequest request = presign("sts", URL, Duration.ofMinutes(30));
    now.set(SIGNED.plus(Duration.ofMinutes(30)));
    assertThat(verifier.check(request, REGION, "sts")).isEqualTo(new Verification.Signed(CALLER));

    now.set(SIGNED.plus(Duration.ofMinutes(30)).plusSeconds(1));
    assertRefused(
        request,
        "sts",
        Verification.Problem.MISMATCH,
        "Signature expired: 20261125T010000Z is now earlier than 20261125T010001Z"
            + " (20261125T013001Z - 30 min.)");
  }

  @Test
  void anUrlOfTomorrowIsNotYetGood() {
    HttpRequest request = presign("sts", URL, Duration.ofDays(7));
    now.set(SIGNED.minus(Duration.ofMinutes(16)));
    assertRefused(
        request,
        "sts",
        Verification.Problem.MISMATCH,
        "Signature not yet current: 20261125T010000Z is still later than 20261125T005900Z"
            + " (20261125T004400Z + 15 min.)");
  }

  @Test
  void anUrlWithHalfASignatureIsIncomplete() {
    HttpRequest request = presign("sts", URL, Duration.ofMinutes(30));
    String target = request.target().replaceFirst("&?X-Amz-Date=[^&]*", "");
    assertRefused(
        HttpRequest.outgoing("GET", target, request.headers(), new byte[0]),
        "sts",
        Verification.Problem.INCOMPLETE,
        "AWS query-string parameters must include 'X-Amz-Algorithm', 'X-Amz-Credential',"
            + " 'X-Amz-Signature', 'X-Amz-SignedHeaders' and 'X-Amz-Date'. Re-examine the"
            + " query-string parameters.");
    for (String seconds : List.of("0", "604801", "soon")) {
      String expires =
          request.target().replaceFirst("X-Amz-Expires=\\d+", "X-Amz-Expires=" + seconds);
      assertThat(
              verifier.check(
                  HttpRequest.outgoing("GET", expires, request.headers(), new byte[0]),
                  REGION,
                  "sts"))
          .isInstanceOfSatisfying(
              Verification.Refused.class,
              refused -> assertThat(refused.message()).contains("got '" + seconds + "'"));
    }
  }

  @Test
  void aMismatchTellsTheCanonicalRequestToTheCallerAlone() {
    HttpRequest request = presign("sts", URL, Duration.ofMinutes(30));
    HttpRequest altered =
        HttpRequest.outgoing(
            "GET", request.target().replace("2011", "2012"), request.headers(), new byte[0]);
    assertThat(verifier.check(altered, REGION, "sts"))
        .isInstanceOfSatisfying(
            Verification.Refused.class,
            refused -> {
              assertThat(refused.message())
                  .endsWith("Consult the service documentation for details.");
              assertThat(refused.answer())
                  .startsWith(refused.message())
                  .contains(
                      "The Canonical String for this request should have been\n'GET\n/\n"
                          + "Action=GetCallerIdentity&Version=2012-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256")
                  .contains(
                      "The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261125T010000Z")
                  .contains("\n20261125/eu-central-1/sts/aws4_request\n");
            });
  }

  @Test
  void clocksMayBeFifteenMinutesApartForStsAndFiveForOthers() {
    HttpRequest sts = sign("sts", "https://sts.amazonaws.com/");
    HttpRequest lambda = sign("lambda", "https://lambda.amazonaws.com/");
    now.set(SIGNED.plus(Duration.ofMinutes(15)));
    assertThat(verifier.check(sts, REGION, "sts")).isInstanceOf(Verification.Signed.class);
    assertRefused(
        lambda,
        "lambda",
        Verification.Problem.MISMATCH,
        "Signature expired: 20261125T010000Z is now earlier than 20261125T011000Z"
            + " (20261125T011500Z - 5 min.)");
    now.set(SIGNED.plus(Duration.ofMinutes(15)).plusSeconds(1));
    assertThat(verifier.check(sts, REGION, "sts")).isInstanceOf(Verification.Refused.class);
  }

  @Test
  void theServiceAndTheRegionAreReadBeforeAnythingIsVerified() {
    assertThat(Credential.of(sign("kms", "https://127.0.0.1/")))
        .contains(new Credential("AKIAEXAMPLE", "20261125", "eu-central-1", "kms"));
    assertThat(Credential.of(presign("sts", URL, Duration.ofHours(1))))
        .contains(new Credential("AKIAEXAMPLE", "20261125", "eu-central-1", "sts"));
    HttpRequest unsigned =
        HttpRequest.outgoing(
            "GET", "/", dev.skybridge.network.http.Headers.of("Host", "x"), new byte[0]);
    assertThat(Credential.of(unsigned)).isEmpty();
  }

  private void assertRefused(
      HttpRequest request, String service, Verification.Problem problem, String message) {
    assertThat(verifier.check(request, REGION, service))
        .isEqualTo(new Verification.Refused(problem, message, ""));
  }

  private static HttpRequest presign(String service, String url, Duration expires) {
    return signer(service).presigned("GET", url, Map.of(), "", expires);
  }

  private static HttpRequest sign(String service, String url) {
    return signer(service).header("POST", url, Map.of(), "{}");
  }

  private static SdkSigner signer(String service) {
    return new SdkSigner(
        AwsCredentialsIdentity.create("AKIAEXAMPLE", "secret"), REGION.name(), service, SIGNED);
  }
}
