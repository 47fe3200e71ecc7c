package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The two ids of a request.
 *
 * @param id {@code x-amzn-RequestId}: a UUID
 * @param extended {@code x-amz-apigw-id}: 15 characters of base64 and an equals sign
 */
record RequestId(String id, String extended) {
  private static final int EXTENDED_BYTES = 11;

  RequestId {
    requireNonNull(id);
    requireNonNull(extended);
  }

  static RequestId random() {
    byte[] bytes = new byte[EXTENDED_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return new RequestId(UUID.randomUUID().toString(), Base64.getEncoder().encodeToString(bytes));
  }
}
