package dev.skybridge.provider.types.network;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.dns.Zone;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.testing.MemoryInventory;
import dev.skybridge.provider.types.acm.AcmTypes;
import dev.skybridge.provider.types.ec2.Ec2Types;
import dev.skybridge.provider.types.elb.ElbTypes;
import dev.skybridge.provider.types.route53.Route53Types;
import dev.skybridge.services.acm.Acm;
import dev.skybridge.services.acm.PrivateAuthority;
import dev.skybridge.services.acmpca.IssueRequest;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.route53.Resolvers;
import dev.skybridge.services.route53.Route53;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The services of the network, wired as the program wires them. */
final class NetworkServices implements AutoCloseable {
  final TraceLog traces = new TraceLog(100);
  final Fabric fabric = new Fabric(traces);
  final Ec2 ec2 = new Ec2(fabric::update);
  final OrganizationAuthority authority;
  final Acm acm;
  final Elb elb;
  final Route53 route53 =
      new Route53(
          new Resolvers() {
            @Override
            public void zones(String vpcId, List<Zone> zones) {
              fabric.resolver(vpcId).zones(zones);
            }

            @Override
            public boolean isManaged(String vpcId, String name) {
              return fabric.resolver(vpcId).isManaged(name);
            }

            @Override
            public boolean isName(String dnsName) {
              return fabric.names().find(dnsName).isPresent();
            }
          });

  NetworkServices(Path data) {
    Clock clock = Clock.systemUTC();
    authority = new OrganizationAuthority(data.resolve("acmpca"), clock);
    acm = new Acm(data.resolve("acm"), new Organization(authority), clock);
    elb = new Elb(fabric, acm::identity, traces, clock, new Random());
  }

  Registry registry() {
    List<ResourceType> types =
        Stream.of(
                Ec2Types.resources(ec2),
                ElbTypes.resources(elb, ec2, arn -> acm.certificate(arn).isPresent()),
                Route53Types.resources(route53, ec2),
                AcmTypes.resources(acm, Clock.systemUTC()))
            .flatMap(List::stream)
            .toList();
    List<DataSourceType> data = Ec2Types.dataSources();
    return new Registry(types, data, new MemoryInventory(), this::reconcile);
  }

  void reconcile() {
    ec2.reconcile();
    elb.reconcile();
    route53.reconcile();
  }

  @Override
  public void close() {
    elb.close();
    fabric.close();
  }

  private record Organization(OrganizationAuthority own) implements PrivateAuthority {
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
      return own.root();
    }

    @Override
    public List<X509Certificate> issue(
        Arn arn, List<String> names, PublicKey key, Duration validity) {
      return own.issue(arn, new IssueRequest(names.getFirst(), names, key, validity));
    }
  }
}
