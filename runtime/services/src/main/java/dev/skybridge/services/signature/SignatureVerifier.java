package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.Region;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells from the {@code Authorization} header who sent a request (Signature Version 4). The body is
 * always covered; presigned URLs and chunked signatures are not served.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature
 *     Version 4 for API requests</a>
 */
public final class SignatureVerifier {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final KeyLookup keys;
  private final InstantSource clock;

  public SignatureVerifier(KeyLookup keys, InstantSource clock) {
    this.keys = requireNonNull(keys);
    this.clock = requireNonNull(clock);
  }

  /**
   * Whose request this is.
   *
   * @param region the Region that the request came to
   * @param service the name by which it is signed, e.g. {@code dynamodb}
   * @throws dev.skybridge.services.AwsException with status 400 and code
   *     MissingAuthenticationTokenException, IncompleteSignatureException,
   *     InvalidSignatureException, UnrecognizedClientException or ExpiredTokenException
   */
  public Caller verify(HttpRequest request, Region region, String service) {
    Authorization authorization =
        Authorization.parse(
            request.headers().first("Authorization").orElseThrow(Failures::missing));
    ZonedDateTime date = date(request);
    checkScope(authorization, date, region, service);
    KnownKey key = keys.find(authorization.accessKeyId()).orElseThrow(Failures::unknownKey);
    if (!request.headers().first("X-Amz-Security-Token").equals(Optional.of(key.sessionToken()))) {
      throw Failures.unknownKey();
    }
    String expected = signature(request, authorization, STAMP.format(date), key);
    if (!MessageDigest.isEqual(
        expected.getBytes(UTF_8), authorization.signature().getBytes(UTF_8))) {
      throw Failures.mismatch();
    }
    if (!clock.instant().isBefore(key.expires())) {
      throw Failures.expired();
    }
    checkClock(date.toInstant());
    return key.caller();
  }

  private static ZonedDateTime date(HttpRequest request) {
    Optional<String> stamp = request.headers().first("X-Amz-Date");
    try {
      if (stamp.isPresent()) {
        return ZonedDateTime.parse(stamp.get(), STAMP);
      }
      return ZonedDateTime.parse(
              request.headers().first("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
          .withZoneSameInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw Failures.incomplete(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
  }

  private static void checkScope(
      Authorization authorization, ZonedDateTime date, Region region, String service) {
    if (!authorization.service().equals(service)) {
      throw Failures.invalid("Credential should be scoped to correct service: '" + service + "'. ");
    }
    if (!authorization.region().equals(region.name())) {
      throw Failures.invalid(
          "Credential should be scoped to a valid region, not '" + authorization.region() + "'. ");
    }
    String stamp = STAMP.format(date);
    if (!stamp.startsWith(authorization.date() + "T")) {
      throw Failures.invalid(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '"
              + authorization.date()
              + "' != '"
              + stamp.substring(0, 8)
              + "', from '"
              + stamp
              + "'.");
    }
    if (!authorization.signedHeaders().contains("host")) {
      throw Failures.invalid(
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  private void checkClock(Instant signed) {
    Instant now = clock.instant();
    if (signed.isBefore(now.minus(SKEW))) {
      throw Failures.invalid(
          "Signature expired: "
              + STAMP.format(signed)
              + " is now earlier than "
              + STAMP.format(now.minus(SKEW))
              + " ("
              + STAMP.format(now)
              + " - 5 min.)");
    }
    if (signed.isAfter(now.plus(SKEW))) {
      throw Failures.invalid(
          "Signature not yet current: "
              + STAMP.format(signed)
              + " is still later than "
              + STAMP.format(now.plus(SKEW))
              + " ("
              + STAMP.format(now)
              + " + 5 min.)");
    }
  }

  private static String signature(
      HttpRequest request, Authorization authorization, String stamp, KnownKey key) {
    String canonical = CanonicalRequest.of(request, authorization.signedHeaders());
    String text =
        String.join(
            "\n",
            Authorization.ALGORITHM,
            stamp,
            authorization.scope(),
            Hashes.hex(Hashes.sha256(canonical)));
    byte[] day =
        Hashes.hmac(("AWS4" + key.secretAccessKey()).getBytes(UTF_8), authorization.date());
    byte[] region = Hashes.hmac(day, authorization.region());
    byte[] service = Hashes.hmac(region, authorization.service());
    byte[] signing = Hashes.hmac(service, "aws4_request");
    return Hashes.hex(Hashes.hmac(signing, text));
  }
}
