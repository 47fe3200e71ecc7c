package dev.skybridge.services.privatelink;

import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.policy.Region;

/** Where AWS's own certificates come from. */
public interface CertificateSource {
  /**
   * A certificate, with an RSA key, for one of AWS's own names. Asked at each handshake, so it
   * should be kept.
   *
   * @param commonName e.g. {@code *.execute-api.eu-central-1.amazonaws.com}
   */
  TlsIdentity certificate(Region region, String commonName);
}
