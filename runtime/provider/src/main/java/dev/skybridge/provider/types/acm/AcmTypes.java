package dev.skybridge.provider.types.acm;

import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.acm.Acm;
import java.time.Clock;
import java.util.List;

/** All types of ACM. */
public final class AcmTypes {
  private AcmTypes() {}

  /** The resource types, on {@code acm}. */
  public static List<ResourceType> resources(Acm acm, Clock clock) {
    return List.of(new CertificateType(acm, clock));
  }
}
