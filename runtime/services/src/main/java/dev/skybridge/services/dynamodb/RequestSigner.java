package dev.skybridge.services.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what goes to the backend (Signature Version 4, one fixed set of headers). The function's
 * own signature ends at the front.
 */
final class RequestSigner {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RequestSigner() {}

  /** The value of {@code X-Amz-Date}. */
  static String stamp(Instant now) {
    return STAMP.format(now);
  }

  /**
   * The value of {@code Authorization} for {@code POST /}.
   *
   * @param keyId the access key; DynamoDB Local keeps the data of each apart
   */
  static String authorization(
      String keyId,
      String secret,
      String region,
      String host,
      String stamp,
      String target,
      byte[] body) {
    try {
      String day = stamp.substring(0, 8);
      String scope = day + "/" + region + "/dynamodb/aws4_request";
      String signed = "host;x-amz-date;x-amz-target";
      String canonical =
          "POST\n/\n\nhost:"
              + host
              + "\nx-amz-date:"
              + stamp
              + "\nx-amz-target:"
              + target
              + "\n\n"
              + signed
              + "\n"
              + sha256(body);
      String text =
          "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n" + sha256(canonical.getBytes(UTF_8));
      byte[] key = ("AWS4" + secret).getBytes(UTF_8);
      for (String part : new String[] {day, region, "dynamodb", "aws4_request"}) {
        key = hmac(key, part);
      }
      return "AWS4-HMAC-SHA256 Credential="
          + keyId
          + "/"
          + scope
          + ", SignedHeaders="
          + signed
          + ", Signature="
          + HexFormat.of().formatHex(hmac(key, text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
