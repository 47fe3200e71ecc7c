package dev.skybridge.services.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Names;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.dns.Zone;
import dev.skybridge.policy.AccountId;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.route53.ZoneRecord.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Route53Test {
  private static final AccountId CONSUMER = new AccountId("111122223333");
  private static final String BALANCER = "internal-shop-1.eu-central-1.elb.amazonaws.com";

  private final FakeResolvers resolvers = new FakeResolvers();
  private final Route53 route53 = new Route53(resolvers);

  @Test
  void anAliasResolvesInTheVpcOfItsZoneOnly() {
    route53.put(zone("Z1", "shop.example", "vpc-1"));
    route53.put(
        new ZoneRecord("Z1", "Food.Shop.Example.", new Content.Alias(BALANCER, "Z9", false)));
    route53.put(
        new ZoneRecord("Z1", "www.shop.example", new Content.Cname(300, "food.shop.example")));
    route53.reconcile();

    assertThat(resolvers.of("vpc-1").addresses("food.shop.example"))
        .containsExactly(Ipv4.parse("192.168.2.4"));
    assertThat(resolvers.of("vpc-1").addresses("www.shop.example"))
        .containsExactly(Ipv4.parse("192.168.2.4"));
    assertThat(resolvers.of("vpc-2").addresses("food.shop.example")).isEmpty();
  }

  @Test
  void aRemovedZoneAnswersNoMore() {
    route53.put(zone("Z1", "shop.example", "vpc-1"));
    route53.put(address("Z1", "food.shop.example"));
    route53.reconcile();
    route53.removeRecord("Z1", "food.shop.example", "A");
    route53.checkDelete("Z1");
    route53.removeZone("Z1");
    route53.reconcile();

    assertThat(resolvers.of("vpc-1").addresses("food.shop.example")).isEmpty();
    assertThat(resolvers.of("vpc-1").addresses(BALANCER)).hasSize(1);
  }

  @Test
  void aRecordMayComeBeforeItsZone() {
    route53.put(address("Z1", "food.shop.example"));
    route53.reconcile();
    route53.put(zone("Z1", "shop.example", "vpc-1"));
    route53.reconcile();

    assertThat(resolvers.of("vpc-1").addresses("food.shop.example"))
        .containsExactly(Ipv4.parse("192.168.2.9"));
  }

  @Test
  void recordsKeepTheRulesOfTheZone() {
    route53.put(zone("Z1", "shop.example", "vpc-1"));
    route53.put(address("Z1", "food.shop.example"));

    refused(
        address("Z1", "food.shop.example"),
        "[Tried to create resource record set [name='food.shop.example.', type='A'] but it already"
            + " exists]");
    refused(
        address("Z1", "food.other.example"),
        "[RRSet with DNS name food.other.example. is not permitted in zone shop.example.]");
    refused(
        new ZoneRecord("Z1", "shop.example", new Content.Cname(60, BALANCER)),
        "[RRSet of type CNAME with DNS name shop.example. is not permitted at apex in zone"
            + " shop.example.]");
    refused(
        new ZoneRecord("Z1", "food.shop.example", new Content.Cname(60, BALANCER)),
        "[RRSet of type CNAME with DNS name food.shop.example. is not permitted as it conflicts"
            + " with other records with the same DNS name in zone shop.example.]");
    refused(
        new ZoneRecord(
            "Z1", "beverage.shop.example", new Content.Alias("gone.example", "Z9", false)),
        "[Tried to create an alias that targets gone.example., type A in zone Z1, but that target"
            + " was not found]");
    refused(address("Z9", "food.shop.example"), "No hosted zone found with ID: Z9");
  }

  @Test
  void aZoneWithRecordsIsNotDeleted() {
    route53.put(zone("Z1", "shop.example", "vpc-1"));
    route53.put(new ZoneRecord("Z1", "shop.example", new Content.Txt(60, List.of("v=1"))));

    assertThatThrownBy(() -> route53.checkDelete("Z1"))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("HostedZoneNotEmpty"));
  }

  @Test
  void aVpcHasEachNameOnce() {
    route53.put(zone("Z1", "shop.example", "vpc-1"));

    assertThatThrownBy(() -> route53.checkZone(zone("Z2", "shop.example", "vpc-1"), "eu-central-1"))
        .hasMessage(
            "The VPC vpc-1 in region eu-central-1 has already been associated with the hosted zone"
                + " Z1 with the same domain name.");
    route53.checkZone(zone("Z2", "shop.example", "vpc-2"), "eu-central-1");
  }

  @Test
  void anAssociatedVpcAnswersFromTheZoneUntilItIsDissociated() {
    route53.put(zone("Z1", "shop.example", "vpc-1"));
    route53.put(address("Z1", "food.shop.example"));
    ZoneAssociation more = new ZoneAssociation("Z1", "vpc-2");
    route53.associate(more);
    route53.reconcile();

    assertThat(resolvers.of("vpc-1").addresses("food.shop.example")).hasSize(1);
    assertThat(resolvers.of("vpc-2").addresses("food.shop.example")).hasSize(1);
    assertThat(route53.vpcs("Z1")).containsExactly("vpc-1", "vpc-2");
    assertThatThrownBy(() -> route53.checkZone(zone("Z2", "shop.example", "vpc-2"), "eu-central-1"))
        .hasMessageStartingWith("The VPC vpc-2 in region eu-central-1 has already been");

    route53.dissociate(more);
    route53.reconcile();
    assertThat(resolvers.of("vpc-1").addresses("food.shop.example")).hasSize(1);
    assertThat(resolvers.of("vpc-2").addresses("food.shop.example")).isEmpty();
  }

  @Test
  void anotherAccountsVpcNeedsAnAuthorizationOnlyToBegin() {
    AccountId food = new AccountId("777788889999");
    ZoneAssociation wanted = new ZoneAssociation("Z1", "vpc-food");
    route53.put(zone("Z1", "shop.example", "vpc-1"));
    assertThatThrownBy(() -> route53.checkAssociation(wanted, food, "eu-central-1"))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("NotAuthorizedException"));

    route53.authorize(wanted);
    assertThat(route53.checkAssociation(wanted, food, "eu-central-1").account())
        .isEqualTo(CONSUMER);
    route53.associate(wanted);
    route53.withdraw(wanted);
    assertThat(route53.vpcs("Z1")).contains("vpc-food");
    assertThatThrownBy(() -> route53.ownZone("Z1", food))
        .hasMessage("No hosted zone found with ID: Z1");
  }

  @Test
  void ofOverlappingZonesTheMostSpecificAnswersAlsoThatThereIsNothing() {
    route53.put(zone("Z1", "example", "vpc-1"));
    route53.put(address("Z1", "food.shop.example"));
    route53.put(address("Z1", "*.example"));
    route53.put(zone("Z2", "shop.example", "vpc-1"));
    route53.put(zone("Z3", "shop.example", "vpc-2"));
    route53.reconcile();

    assertThat(resolvers.of("vpc-1").addresses("food.shop.example")).isEmpty();
    assertThat(resolvers.of("vpc-1").addresses("other.example")).hasSize(1);
    assertThat(resolvers.of("vpc-2").addresses("other.example")).isEmpty();
  }

  private void refused(ZoneRecord entry, String message) {
    assertThatThrownBy(() -> route53.checkRecord(entry))
        .isInstanceOf(AwsException.class)
        .hasMessage(message);
  }

  private static HostedZone zone(String id, String name, String vpcId) {
    return new HostedZone(CONSUMER, id, name, Set.of(vpcId), "");
  }

  private static ZoneRecord address(String zoneId, String name) {
    return new ZoneRecord(zoneId, name, new Content.A(300, List.of(Ipv4.parse("192.168.2.9"))));
  }

  private static final class FakeResolvers implements Resolvers {
    private final Names names = new Names();
    private final Map<String, Resolver> byVpc = new HashMap<>();

    FakeResolvers() {
      names.publish("alb", Map.of(BALANCER, List.of(Ipv4.parse("192.168.2.4"))));
    }

    Resolver of(String vpcId) {
      return byVpc.computeIfAbsent(vpcId, _ -> new Resolver(names));
    }

    @Override
    public void zones(String vpcId, List<Zone> zones) {
      of(vpcId).zones(zones);
    }

    @Override
    public boolean isManaged(String vpcId, String name) {
      return of(vpcId).isManaged(name);
    }

    @Override
    public boolean isName(String dnsName) {
      return names.find(dnsName).isPresent();
    }
  }
}
