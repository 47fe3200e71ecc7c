package dev.skybridge.services.signature;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpRequest;
import java.util.Optional;

/**
 * The credential that a signature names: an access key and the scope in which it signs.
 *
 * @param accessKeyId whose key
 * @param date the day, {@code yyyyMMdd}
 * @param region the Region, e.g. {@code eu-central-1}
 * @param service the service's signing name, e.g. {@code dynamodb}
 */
public record Credential(String accessKeyId, String date, String region, String service) {
  private static final String TERMINATOR = "aws4_request";

  public Credential {
    requireNonNull(accessKeyId);
    requireNonNull(date);
    requireNonNull(region);
    requireNonNull(service);
  }

  /**
   * The credential of a signed request, readable or not at all: nothing is verified. An API
   * endpoint for many services finds the service and the Region by it.
   */
  public static Optional<Credential> of(HttpRequest request) {
    try {
      return Optional.of(Authorization.of(request).credential());
    } catch (RefusedSignature e) {
      return Optional.empty();
    }
  }

  static Credential parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 5) {
      throw Failures.incomplete(
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got '"
              + text
              + "'");
    }
    if (!parts[4].equals(TERMINATOR)) {
      throw Failures.invalid(
          "Credential should be scoped with a valid terminator: 'aws4_request', not '"
              + parts[4]
              + "'.");
    }
    return new Credential(parts[0], parts[1], parts[2], parts[3]);
  }

  /** The credential scope: day, Region, service. */
  String scope() {
    return date + "/" + region + "/" + service + "/" + TERMINATOR;
  }
}
