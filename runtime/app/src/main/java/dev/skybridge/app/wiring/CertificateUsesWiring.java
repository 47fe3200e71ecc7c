package dev.skybridge.app.wiring;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.acm.CertificateUses;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.elb.ElbRecord.Listener;
import java.util.List;

/** Tells Certificate Manager which load balancers show a certificate. */
record CertificateUsesWiring(Elb elb) implements CertificateUses {
  @Override
  public List<String> of(Arn certificate) {
    return elb.all(Listener.class).stream()
        .filter(listener -> listener.certificate().equals(certificate))
        .map(listener -> listener.loadBalancer().toString())
        .distinct()
        .toList();
  }
}
