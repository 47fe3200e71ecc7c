package dev.skybridge.services.elb;

import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.policy.Arn;
import java.util.Optional;

/** Where a load balancer finds the certificates that its listeners name. */
@FunctionalInterface
public interface Certificates {
  /** The certificate with this ARN and its key, at each handshake anew. */
  Optional<TlsIdentity> identity(Arn certificate);
}
