package dev.skybridge.services.dynamodb;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.Region;
import dev.skybridge.services.signature.Caller;

/** Who sent a request, by its signature. */
@FunctionalInterface
public interface Signatures {
  /**
   * Verifies a signature (Version 4).
   *
   * @param service the name by which it must be signed: {@code dynamodb}
   * @throws dev.skybridge.services.AwsException when it is missing, wrong or too old
   */
  Caller verify(HttpRequest request, Region region, String service);
}
