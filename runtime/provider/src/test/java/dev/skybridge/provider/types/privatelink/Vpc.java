package dev.skybridge.provider.types.privatelink;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.privatelink.EndpointFacts;
import dev.skybridge.services.privatelink.FrontDoor;
import dev.skybridge.services.privatelink.PrivateLink;

/** One VPC with two subnets and two route tables, and no endpoint yet. */
record Vpc(Ec2 ec2, PrivateLink privateLink) {
  static final Scope SCOPE = new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
  static final String ID = "vpc-0123456789abcdef0";

  Vpc(Fabric fabric) {
    this(new Ec2(fabric::update), new PrivateLink(fabric, Vpc::none, new NoService()));
    ec2.put(
        new Ec2Record.Vpc(
            SCOPE,
            ID,
            Cidr.parse("192.168.0.0/16"),
            true,
            true,
            "rtb-main",
            "sg-default",
            "acl-default"));
    for (int number = 1; number <= 2; number++) {
      String end = "0123456789abcdef" + number;
      ec2.put(
          new Ec2Record.Subnet(
              SCOPE,
              "subnet-" + end,
              ID,
              Cidr.parse("192.168." + (number + 1) + ".0/24"),
              number == 1 ? "eu-central-1a" : "eu-central-1b"));
      ec2.put(new Ec2Record.RouteTable(SCOPE, "rtb-" + end, ID));
      ec2.put(new Ec2Record.SecurityGroup(SCOPE, "sg-" + end, ID, "group" + number));
    }
  }

  private static TlsIdentity none(Region region, String name) {
    throw new IllegalStateException("nothing connects to " + name + " in " + region);
  }

  /** Nothing is asked here. */
  private static final class NoService implements FrontDoor {
    @Override
    public HttpResponse handle(EndpointFacts endpoint, HttpRequest request) {
      throw new IllegalStateException("a request to " + endpoint);
    }

    @Override
    public HttpResponse refused(EndpointFacts endpoint, RefusedRequest refused) {
      throw new IllegalStateException("no request to " + endpoint);
    }
  }
}
