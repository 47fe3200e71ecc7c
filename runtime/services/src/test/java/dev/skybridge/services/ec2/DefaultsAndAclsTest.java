package dev.skybridge.services.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Boundary;
import dev.skybridge.network.Cidr;
import dev.skybridge.network.Flow;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkAcl.Action;
import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.network.PortRange;
import dev.skybridge.network.Reachability;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.Topology;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record.NetworkAcl;
import dev.skybridge.services.ec2.Ec2Record.NetworkAclAssociation;
import dev.skybridge.services.ec2.Ec2Record.NetworkAclRule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What AWS makes with a VPC, and network ACLs. */
class DefaultsAndAclsTest {
  private static final Flow FLOW = Flow.to("eni-client", Ipv4.parse("192.168.2.4"), 443);

  private final Shop shop = new Shop();
  private final Ec2 ec2 = shop.ec2;

  DefaultsAndAclsTest() {
    ec2.put(Shop.card("eni-client", "subnet-public", "192.168.0.4", "sg-client"));
    ec2.put(Shop.card("eni-door", "subnet-private", "192.168.2.4", "sg-door"));
  }

  @Test
  void theDefaultAclLetsEverythingCrossUntilItsRulesAreTakenOver() {
    assertThat(refusal()).isEmpty();
    ec2.put(acl("acl-vpc-1", List.of()));
    assertThat(refusal()).contains("network ACL egress acl-vpc-1: * egress deny all");
    ec2.put(rule("acl-vpc-1", 7, Direction.EGRESS));
    ec2.put(rule("acl-vpc-1", 7, Direction.INGRESS));
    assertThat(refusal()).isEmpty();
  }

  @Test
  void aSubnetHasOneAclTheLatestAndGoesBackToTheDefaultOne() {
    ec2.put(acl("acl-1", List.of()));
    ec2.put(acl("acl-2", List.of()));
    ec2.put(new NetworkAclAssociation(Shop.ACCOUNT, "acl-1", "subnet-private"));
    assertThat(refusal()).contains("network ACL ingress acl-1: * ingress deny all");
    ec2.put(new NetworkAclAssociation(Shop.ACCOUNT, "acl-2", "subnet-private"));
    assertThat(refusal()).contains("network ACL ingress acl-2: * ingress deny all");
    ec2.dissociate(Shop.ACCOUNT, "acl-1", "subnet-private");
    assertThat(refusal()).contains("network ACL ingress acl-2: * ingress deny all");
    ec2.dissociate(Shop.ACCOUNT, "acl-2", "subnet-private");
    assertThat(refusal()).isEmpty();
  }

  @Test
  void aNumberIsGivenOnceInEachDirection() {
    ec2.put(rule("acl-vpc-1", 7, Direction.EGRESS));
    AclChecks checks = new AclChecks(ec2);
    checks.rule(rule("acl-vpc-1", 7, Direction.INGRESS));
    assertThatThrownBy(() -> checks.rule(rule("acl-vpc-1", 7, Direction.EGRESS)))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("NetworkAclEntryAlreadyExists"))
        .hasMessage("The network acl entry identified by 7 already exists.");
    assertThatThrownBy(() -> checks.rule(rule("acl-vpc-1", 100, Direction.EGRESS)))
        .hasMessage("The network acl entry identified by 100 already exists.");
    assertThatThrownBy(() -> checks.rule(rule("acl-9", 1, Direction.EGRESS)))
        .hasMessage("The networkAcl ID 'acl-9' does not exist");
  }

  @Test
  void anAclServesSubnetsOfItsVpcOnly() {
    ec2.put(Shop.vpc(Shop.ACCOUNT, "vpc-2"));
    assertThatThrownBy(
            () -> new AclChecks(ec2).association(Shop.ACCOUNT, "acl-x", "vpc-2", "subnet-private"))
        .hasMessage("Network ACL acl-x and subnet subnet-private belong to different networks");
  }

  @Test
  void theDefaultGroupHasTheRulesThatItWasGivenInsteadOfAwss() {
    String id = "sg-default-vpc-1";
    assertThat(group(id)).hasSize(2);
    ec2.put(new Ec2Record.SecurityGroup(Shop.ACCOUNT, id, "vpc-1", "default"));
    assertThat(group(id)).isEmpty();
    ec2.remove(Shop.ACCOUNT, "vpc-1");
    ec2.put(Shop.vpc(Shop.ACCOUNT, "vpc-1"));
    assertThat(group(id)).hasSize(2);
  }

  @Test
  void aVpcGoesWithItsDefaultsButNotWithAnAclOfItsOwn() {
    ec2.put(Shop.vpc(Shop.ACCOUNT, "vpc-2"));
    ec2.put(new NetworkAcl(Shop.ACCOUNT, "acl-vpc-2", "vpc-2", List.of(), List.of()));
    ec2.put(new Ec2Record.SecurityGroup(Shop.ACCOUNT, "sg-default-vpc-2", "vpc-2", "default"));
    new Ec2Deletions(ec2).vpc(Shop.ACCOUNT, "vpc-2");
    ec2.put(new NetworkAcl(Shop.ACCOUNT, "acl-own", "vpc-2", List.of(), List.of()));
    assertThatThrownBy(() -> new Ec2Deletions(ec2).vpc(Shop.ACCOUNT, "vpc-2"))
        .hasMessage("The vpc 'vpc-2' has dependencies and cannot be deleted.");
  }

  @Test
  void vpcsOfOneBlockLieSideBySide() {
    ec2.put(Shop.vpc(Shop.scope("777788889999"), "vpc-food"));
    ec2.put(
        new Ec2Record.Subnet(
            Shop.scope("777788889999"),
            "subnet-food",
            "vpc-food",
            Cidr.parse("192.168.2.0/24"),
            "eu-central-1a"));
    ec2.put(
        new Ec2Record.NetworkInterface(
            Shop.scope("777788889999"),
            new dev.skybridge.network.NetworkInterface(
                "eni-food", "vpc-food", "subnet-food", Ipv4.parse("192.168.2.4"), List.of(), ""),
            InterfaceOwner.INSTANCE,
            "i-food"));
    Topology topology = ec2.topology();

    assertThat(new Reachability(topology).target(FLOW))
        .map(dev.skybridge.network.NetworkInterface::id)
        .contains("eni-door");
    assertThat(topology.networkInterface("eni-food").flatMap(topology::loopback))
        .isNotEqualTo(topology.networkInterface("eni-door").flatMap(topology::loopback));
  }

  /** The gate that refuses the client's way to the door, with its rule. */
  private Optional<String> refusal() {
    for (Boundary boundary : new Reachability(ec2.topology()).boundaries(FLOW)) {
      if (boundary.decision().decide(FLOW) instanceof Verdict.Refused refused) {
        return Optional.of(boundary.gate() + " " + boundary.place() + ": " + refused.rule().text());
      }
    }
    return Optional.empty();
  }

  private List<dev.skybridge.network.SecurityGroup.Rule> group(String id) {
    return ec2.topology().group(id).orElseThrow().rules();
  }

  private static NetworkAcl acl(String id, List<Rule> rules) {
    return new NetworkAcl(Shop.ACCOUNT, id, "vpc-1", rules, List.of());
  }

  private static NetworkAclRule rule(String acl, int number, Direction direction) {
    return new NetworkAclRule(
        Shop.ACCOUNT,
        acl,
        new Rule(number, direction, Action.ALLOW, "-1", PortRange.ALL, Cidr.ANYWHERE));
  }
}
