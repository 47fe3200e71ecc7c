package dev.skybridge.services.signature;

import java.time.Duration;
import java.util.Set;

/**
 * In what services differ when they verify a signature.
 *
 * @param doubleEscaping whether the path that came is normalised and escaped once more; S3 and its
 *     kin take it as it came
 * @param declaredPayload whether {@code X-Amz-Content-Sha256} may stand for the body's hash, {@code
 *     UNSIGNED-PAYLOAD} included; for the others it is a header like any other, and the body is
 *     always covered
 * @param skew how far the clocks of caller and service may be apart
 */
record ServiceRules(boolean doubleEscaping, boolean declaredPayload, Duration skew) {
  private static final Set<String> OBJECT_STORES =
      Set.of("s3", "s3express", "s3-object-lambda", "s3-outposts");

  /** These say "15 min." in their messages, the others "5 min." */
  private static final Set<String> PATIENT = Set.of("sts", "iam");

  static ServiceRules of(String service) {
    boolean store = OBJECT_STORES.contains(service);
    return new ServiceRules(
        !store, store, Duration.ofMinutes(store || PATIENT.contains(service) ? 15 : 5));
  }
}
