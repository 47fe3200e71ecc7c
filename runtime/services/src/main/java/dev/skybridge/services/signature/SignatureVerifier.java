package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.Region;
import dev.skybridge.services.AwsException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells from a request's signature (Signature Version 4) who sent it: from the {@code
 * Authorization} header or from the query of a presigned URL. The body is always covered.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature
 *     Version 4 for API requests</a>
 */
public final class SignatureVerifier {
  /** The status with which the JSON protocols answer a request whose sender cannot be told. */
  private static final int JSON_STATUS = 400;

  private final KeyLookup keys;
  private final SigningKeys signingKeys = new SigningKeys();
  private final InstantSource clock;

  public SignatureVerifier(KeyLookup keys, InstantSource clock) {
    this.keys = requireNonNull(keys);
    this.clock = requireNonNull(clock);
  }

  /**
   * Whose request this is, for a service that speaks AWS JSON.
   *
   * @param region the Region that the request came to
   * @param service the name by which it is signed, e.g. {@code dynamodb}
   * @throws AwsException with status 400 and the code of {@link Verification.Problem#jsonCode}
   */
  public Caller verify(HttpRequest request, Region region, String service) {
    return switch (check(request, region, service)) {
      case Verification.Signed signed -> signed.caller();
      case Verification.Refused refused ->
          throw new AwsException(refused.problem().jsonCode(), JSON_STATUS, refused.message());
    };
  }

  /**
   * Whose request this is, or what is wrong with its signature.
   *
   * @param region the Region that the request came to
   * @param service the name by which it must be signed, e.g. {@code execute-api}
   */
  public Verification check(HttpRequest request, Region region, String service) {
    try {
      return new Verification.Signed(caller(request, region, service));
    } catch (RefusedSignature e) {
      return e.refusal();
    }
  }

  private Caller caller(HttpRequest request, Region region, String service) {
    Authorization authorization = Authorization.of(request);
    ServiceRules rules = ServiceRules.of(service);
    checkScope(authorization, region, service);
    KnownKey key =
        keys.find(authorization.credential().accessKeyId()).orElseThrow(Failures::unknownKey);
    if (!authorization.sessionToken().equals(key.sessionToken())) {
      throw Failures.unknownKey();
    }
    checkSignature(request, authorization, rules, key);
    Instant now = clock.instant();
    if (key.hasExpired(now)) {
      throw Failures.expired();
    }
    checkClock(authorization, now, rules.skew());
    return key.caller();
  }

  private static void checkScope(Authorization authorization, Region region, String service) {
    Credential credential = authorization.credential();
    if (!credential.service().equals(service)) {
      throw Failures.invalid("Credential should be scoped to correct service: '" + service + "'. ");
    }
    if (!credential.region().equals(region.name())) {
      throw Failures.invalid(
          "Credential should be scoped to a valid region, not '" + credential.region() + "'. ");
    }
    SigningDate date = authorization.date();
    if (!date.day().equals(credential.date())) {
      throw Failures.invalid(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '"
              + credential.date()
              + "' != '"
              + date.day()
              + "', from '"
              + date.text()
              + "'.");
    }
    if (!authorization.signedHeaders().contains("host")) {
      throw Failures.invalid(
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  private void checkSignature(
      HttpRequest request, Authorization authorization, ServiceRules rules, KnownKey key) {
    Credential credential = authorization.credential();
    String canonical = CanonicalRequest.of(request, authorization.signedHeaders(), rules);
    String text =
        String.join(
            "\n",
            Authorization.ALGORITHM,
            authorization.date().text(),
            credential.scope(),
            Hashes.hex(Hashes.sha256(canonical)));
    byte[] signing = signingKeys.of(key.secretAccessKey(), credential.scope());
    String expected = Hashes.hex(Hashes.hmac(signing, text));
    if (!MessageDigest.isEqual(
        expected.getBytes(UTF_8), authorization.signature().getBytes(UTF_8))) {
      throw Failures.mismatch(canonical, text);
    }
  }

  /** A presigned URL is good as long as it says; its beginning may be off by the clocks' skew. */
  private static void checkClock(Authorization authorization, Instant now, Duration skew) {
    Instant signed = authorization.date().instant();
    Duration valid = authorization.presigned().orElse(skew);
    if (signed.isBefore(now.minus(valid))) {
      throw Failures.invalid(
          "Signature expired: "
              + SigningDate.text(signed)
              + " is now earlier than "
              + SigningDate.text(now.minus(valid))
              + " ("
              + SigningDate.text(now)
              + " - "
              + span(valid)
              + ")");
    }
    if (signed.isAfter(now.plus(skew))) {
      throw Failures.invalid(
          "Signature not yet current: "
              + SigningDate.text(signed)
              + " is still later than "
              + SigningDate.text(now.plus(skew))
              + " ("
              + SigningDate.text(now)
              + " + "
              + span(skew)
              + ")");
    }
  }

  private static String span(Duration duration) {
    return duration.toSeconds() % 60 == 0
        ? duration.toMinutes() + " min."
        : duration.toSeconds() + " sec.";
  }
}
