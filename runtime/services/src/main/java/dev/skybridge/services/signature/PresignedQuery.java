package dev.skybridge.services.signature;

import java.time.Duration;
import java.util.List;

/**
 * Reads the signature of a presigned URL.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication
 *     methods: query parameters</a>
 */
final class PresignedQuery {
  /** The parameter that is not covered by the signature, being it. */
  static final String SIGNATURE = "X-Amz-Signature";

  private static final String ALGORITHM = "X-Amz-Algorithm";
  private static final String CREDENTIAL = "X-Amz-Credential";
  private static final String DATE = "X-Amz-Date";
  private static final String EXPIRES = "X-Amz-Expires";
  private static final String HEADERS = "X-Amz-SignedHeaders";
  private static final String TOKEN = "X-Amz-Security-Token";
  private static final List<String> REQUIRED =
      List.of(ALGORITHM, CREDENTIAL, SIGNATURE, HEADERS, DATE);

  /** Seven days, in seconds. */
  private static final long LONGEST = 604_800;

  private PresignedQuery() {}

  static boolean isOne(QueryString query) {
    return REQUIRED.stream().anyMatch(name -> query.first(name).isPresent());
  }

  static Authorization read(QueryString query) {
    if (REQUIRED.stream().anyMatch(name -> query.first(name).orElse("").isEmpty())) {
      throw Failures.incomplete(
          "AWS query-string parameters must include 'X-Amz-Algorithm', 'X-Amz-Credential',"
              + " 'X-Amz-Signature', 'X-Amz-SignedHeaders' and 'X-Amz-Date'. Re-examine the"
              + " query-string parameters.");
    }
    String algorithm = query.first(ALGORITHM).orElse("");
    if (!algorithm.equals(Authorization.ALGORITHM)) {
      throw Failures.incomplete("Unsupported AWS 'algorithm': '" + algorithm + "'");
    }
    return new Authorization(
        Credential.parse(query.first(CREDENTIAL).orElse("")),
        SigningDate.basic(query.first(DATE).orElse("")),
        query.first(TOKEN),
        Authorization.headerNames(query.first(HEADERS).orElse("")),
        query.first(SIGNATURE).orElse(""),
        query.first(EXPIRES).map(PresignedQuery::expires));
  }

  private static Duration expires(String text) {
    long seconds;
    try {
      seconds = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Failures.incomplete("X-Amz-Expires should be a number, got '" + text + "'");
    }
    if (seconds < 1 || seconds > LONGEST) {
      throw Failures.incomplete(
          "X-Amz-Expires must be between 1 and " + LONGEST + " (seconds), got '" + text + "'");
    }
    return Duration.ofSeconds(seconds);
  }
}
