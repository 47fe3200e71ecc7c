package dev.skybridge.services.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys that sign: each is derived from a secret access key by the day, Region and service of a
 * scope, and serves all requests of that scope. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request, step 4</a>
 */
final class SigningKeys {
  /** A bound on memory: then all are derived anew. */
  private static final int MOST = 1000;

  private record Origin(String secretAccessKey, String scope) {}

  private final Map<Origin, byte[]> derived = new ConcurrentHashMap<>();

  /**
   * The key for a scope.
   *
   * @param scope day, Region, service and terminator, with slashes between
   */
  byte[] of(String secretAccessKey, String scope) {
    if (derived.size() >= MOST) {
      derived.clear();
    }
    return derived.computeIfAbsent(new Origin(secretAccessKey, scope), SigningKeys::derive);
  }

  private static byte[] derive(Origin origin) {
    byte[] key = ("AWS4" + origin.secretAccessKey()).getBytes(UTF_8);
    for (String part : origin.scope().split("/", -1)) {
      key = Hashes.hmac(key, part);
    }
    return key;
  }
}
