package dev.skybridge.services.acm;

import dev.skybridge.policy.Arn;
import java.util.List;

/** What uses certificates; the services that do know it. */
@FunctionalInterface
public interface CertificateUses {
  /** The ARNs of what uses a certificate. */
  List<String> of(Arn certificate);
}
