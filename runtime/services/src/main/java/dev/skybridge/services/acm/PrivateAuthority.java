package dev.skybridge.services.acm;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/** What ACM needs of private certificate authorities. */
public interface PrivateAuthority {
  /** Whether {@code authority} names a certificate authority that the caller's account may use. */
  boolean knows(Arn authority);

  /** The authority that signs AWS's own names in {@code region}. */
  Arn ofServices(Region region);

  /** The root certificate under which {@code authority} issues. */
  X509Certificate root(Arn authority);

  /** Issues a certificate for {@code names}, the first being the common name: leaf, then root. */
  List<X509Certificate> issue(Arn authority, List<String> names, PublicKey key, Duration validity);
}
