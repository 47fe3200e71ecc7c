package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.services.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** A signed request in which one character is another one is refused, wherever that is. */
class AlteredSignatureTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");
  private static final Region REGION = new Region("eu-central-1");
  private static final String SERVICE = "lambda";
  private static final String URL =
      "https://127.0.0.1:4566/2015-03-31/functions/orders/invocations?Qualifier=one&Marker=two";
  private static final String BODY = "{\"order\": \"tea\"}";
  private static final Map<String, String> HEADERS =
      Map.of("X-Amz-Invocation-Type", "Event", "Content-Type", "application/json");
  private static final Caller CALLER =
      new Caller(
          Principal.Identity.user(
              "arn:aws:iam::444455556666:user/max", new AccountId("444455556666")),
          "ASIAEXAMPLE",
          "AIDAEXAMPLE",
          List.of(),
          Context.empty());

  private static final SdkSigner SIGNER =
      new SdkSigner(
          AwsSessionCredentialsIdentity.create("ASIAEXAMPLE", "secret", "token"),
          REGION.name(),
          SERVICE,
          NOW);
  private final SignatureVerifier verifier = verifier();

  /** Knows the key of {@link #signed}, at that time. */
  static SignatureVerifier verifier() {
    return new SignatureVerifier(
        id ->
            id.equals("ASIAEXAMPLE")
                ? Optional.of(KnownKey.temporary("secret", "token", NOW.plusSeconds(900), CALLER))
                : Optional.empty(),
        () -> NOW);
  }

  /** Where the signature is. */
  enum Where {
    HEADER,
    QUERY
  }

  @ParameterizedTest
  @EnumSource
  void theUnalteredRequestIsItsCallers(Where where) {
    assertThat(check(signed(where))).isEqualTo(new Verification.Signed(CALLER));
  }

  @ParameterizedTest
  @EnumSource
  void everyCharacterCounts(Where where) {
    HttpRequest signed = signed(where);
    int alterations = 0;
    for (int seed : Rounds.of(3)) {
      RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
      for (HttpRequest altered : alterations(signed, random)) {
        assertThat(check(altered))
            .as("seed %d: %s %s", seed, altered.target(), altered.headers())
            .isInstanceOf(Verification.Refused.class);
        alterations++;
      }
    }
    assertThat(alterations).isGreaterThan(1000);
  }

  @ParameterizedTest
  @EnumSource
  void aSignedPartThatIsGoneIsMissed(Where where) {
    HttpRequest signed = signed(where);
    for (Headers.Header header : signed.headers().entries()) {
      assertThat(check(signed.withHeaders(signed.headers().without(header.name()))))
          .as("without %s", header.name())
          .isInstanceOf(Verification.Refused.class);
    }
    for (String parameter : signed.query().split("&", -1)) {
      String rest =
          signed.query().replaceFirst("&?" + java.util.regex.Pattern.quote(parameter), "");
      assertThat(check(with(signed, signed.path() + "?" + rest, signed.body())))
          .as("without %s", parameter)
          .isInstanceOf(Verification.Refused.class);
    }
    assertThat(check(with(signed, signed.target(), new byte[0])))
        .isInstanceOf(Verification.Refused.class);
  }

  /** Each place once: method, target, body, and the value of each header. */
  private static List<HttpRequest> alterations(HttpRequest signed, RandomGenerator random) {
    List<HttpRequest> all = new ArrayList<>();
    all.add(
        new HttpRequest(
            "GET",
            signed.target(),
            signed.version(),
            signed.headers(),
            signed.body(),
            signed.peer()));
    for (String target : altered(signed.target(), random)) {
      all.add(with(signed, target, signed.body()));
    }
    for (String body : altered(BODY, random)) {
      all.add(with(signed, signed.target(), body.getBytes(UTF_8)));
    }
    for (Headers.Header header : signed.headers().entries()) {
      for (String value : altered(header.value(), random)) {
        all.add(signed.withHeaders(signed.headers().with(header.name(), value)));
      }
    }
    return all;
  }

  /** A text with another character in each place; never only in another case. */
  private static List<String> altered(String text, RandomGenerator random) {
    String alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    List<String> all = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char old = text.toLowerCase(Locale.ROOT).charAt(i);
      char other = old;
      while (other == old) {
        other = alphabet.charAt(random.nextInt(alphabet.length()));
      }
      all.add(text.substring(0, i) + other + text.substring(i + 1));
    }
    return all;
  }

  static HttpRequest signed(Where where) {
    return switch (where) {
      case HEADER -> SIGNER.header("POST", URL, HEADERS, BODY);
      case QUERY -> SIGNER.presigned("POST", URL, HEADERS, BODY, Duration.ofMinutes(15));
    };
  }

  private Verification check(HttpRequest request) {
    return check(verifier, request);
  }

  static Verification check(SignatureVerifier verifier, HttpRequest request) {
    return verifier.check(request, REGION, SERVICE);
  }

  private static HttpRequest with(HttpRequest request, String target, byte[] body) {
    return HttpRequest.outgoing(request.method(), target, request.headers(), body);
  }
}
