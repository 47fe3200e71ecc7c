package dev.skybridge.app.wiring;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.services.acm.PrivateAuthority;
import dev.skybridge.services.acmpca.IssueRequest;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/** ACM asks the organization's authority. */
record CertificateWiring(OrganizationAuthority authority) implements PrivateAuthority {
  @Override
  public boolean knows(Arn arn) {
    return OrganizationAuthority.isHere(arn);
  }

  @Override
  public Arn ofServices(Region region) {
    return OrganizationAuthority.arn(region);
  }

  @Override
  public X509Certificate root(Arn arn) {
    return authority.root();
  }

  @Override
  public List<X509Certificate> issue(
      Arn arn, List<String> names, PublicKey key, Duration validity) {
    return authority.issue(arn, new IssueRequest(names.getFirst(), names, key, validity));
  }
}
