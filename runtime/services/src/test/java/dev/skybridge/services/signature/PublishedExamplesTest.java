package dev.skybridge.services.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Examples that AWS published, all with the key {@code AKIDEXAMPLE} of 2015-08-30: the one of the
 * user guide, and two of the Signature Version 4 test suite.
 */
class PublishedExamplesTest {
  private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
  private static final Caller CALLER =
      new Caller(
          Principal.Identity.user(
              "arn:aws:iam::444455556666:user/max", new AccountId("444455556666")),
          "AKIDEXAMPLE",
          "AIDAEXAMPLE",
          List.of(),
          Context.empty());
  private static final KnownKey KEY =
      KnownKey.longTerm("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", CALLER);

  private final SignatureVerifier verifier =
      new SignatureVerifier(id -> Optional.of(KEY), () -> NOW);

  @Test
  void userGuide() {
    assertThat(
            verify(
                "/?Action=ListUsers&Version=2010-05-08",
                "iam",
                "content-type;host;x-amz-date",
                "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
                Headers.of(
                    "Content-Type",
                    "application/x-www-form-urlencoded; charset=utf-8",
                    "Host",
                    "iam.amazonaws.com")))
        .isEqualTo(CALLER);
  }

  @Test
  void getVanilla() {
    assertThat(
            verify(
                "/",
                "service",
                "host;x-amz-date",
                "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
                Headers.of("Host", "example.amazonaws.com")))
        .isEqualTo(CALLER);
  }

  @Test
  void getVanillaQueryOrderKeyCase() {
    assertThat(
            verify(
                "/?Param2=value2&Param1=value1",
                "service",
                "host;x-amz-date",
                "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
                Headers.of("Host", "example.amazonaws.com")))
        .isEqualTo(CALLER);
  }

  private Caller verify(
      String target, String service, String signedHeaders, String signature, Headers headers) {
    Headers all =
        headers
            .plus("X-Amz-Date", "20150830T123600Z")
            .plus(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/"
                    + service
                    + "/aws4_request, SignedHeaders="
                    + signedHeaders
                    + ", Signature="
                    + signature);
    return verifier.verify(
        HttpRequest.outgoing("GET", target, all, new byte[0]), new Region("us-east-1"), service);
  }
}
