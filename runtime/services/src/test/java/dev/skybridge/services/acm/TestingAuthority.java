package dev.skybridge.services.acm;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.services.acmpca.IssueRequest;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/** The organization's authority as ACM asks it. */
record TestingAuthority(OrganizationAuthority own) implements PrivateAuthority {
  @Override
  public boolean knows(Arn authority) {
    return OrganizationAuthority.isHere(authority);
  }

  @Override
  public Arn ofServices(Region region) {
    return OrganizationAuthority.arn(region);
  }

  @Override
  public X509Certificate root(Arn authority) {
    return own.root();
  }

  @Override
  public List<X509Certificate> issue(
      Arn authority, List<String> names, PublicKey key, Duration validity) {
    return own.issue(authority, new IssueRequest(names.getFirst(), names, key, validity));
  }
}
