package dev.skybridge.network.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Answer.Entry;
import dev.skybridge.network.dns.Answer.Kind;
import dev.skybridge.network.dns.Answer.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private static final Ipv4 ONE = Ipv4.parse("192.168.1.1");
  private static final Ipv4 TWO = Ipv4.parse("192.168.2.2");

  private final Names shared = new Names();
  private final Resolver resolver = new Resolver(shared);

  @Test
  void anAliasAnswersUnderItsOwnNameWithTheAddressesOfItsTarget() {
    shared.publish("lb", Map.of("internal-lb.elb.amazonaws.com", List.of(ONE, TWO)));
    zone("shop.com", new Zone.RecordSet.Alias("food.shop.com", "internal-lb.elb.amazonaws.com."));
    assertThat(resolver.answer("FOOD.shop.com.", Kind.A))
        .isEqualTo(
            new Answer(
                Status.FOUND,
                List.of(
                    new Entry.A("food.shop.com", 60, ONE), new Entry.A("food.shop.com", 60, TWO)),
                "shop.com",
                "Z-shop.com: alias food.shop.com to internal-lb.elb.amazonaws.com"));
    assertThat(resolver.answer("food.shop.com", Kind.OTHER).status()).isEqualTo(Status.NO_DATA);
  }

  @Test
  void noZoneHidesAnAliasesTarget() {
    shared.publish("lb", Map.of("internal-lb.elb.amazonaws.com", List.of(ONE)));
    resolver.zones(
        List.of(
            new Zone("Z1", "amazonaws.com", List.of()),
            new Zone(
                "Z2",
                "shop.com",
                List.of(
                    new Zone.RecordSet.Alias("food.shop.com", "internal-lb.elb.amazonaws.com"),
                    new Zone.RecordSet.Alias("tea.shop.com", "food.shop.com")))));

    assertThat(resolver.addresses("internal-lb.elb.amazonaws.com")).isEmpty();
    assertThat(resolver.addresses("food.shop.com")).containsExactly(ONE);
    assertThat(resolver.addresses("tea.shop.com")).containsExactly(ONE);
  }

  @Test
  void anAliasWhoseTargetIsGoneHasNoAddress() {
    zone("shop.com", new Zone.RecordSet.Alias("food.shop.com", "gone.amazonaws.com"));
    assertThat(resolver.answer("food.shop.com", Kind.A).status()).isEqualTo(Status.NO_DATA);
  }

  @Test
  void aChainOfCnamesIsFollowedAcrossZones() {
    resolver.zones(
        List.of(
            new Zone("Z1", "a.com", List.of(new Zone.RecordSet.Cname("x.a.com", 5, "y.b.com"))),
            new Zone("Z2", "b.com", List.of(new Zone.RecordSet.A("y.b.com", 7, List.of(ONE))))));
    Answer answer = resolver.answer("x.a.com", Kind.A);
    assertThat(answer.entries())
        .containsExactly(new Entry.Cname("x.a.com", 5, "y.b.com"), new Entry.A("y.b.com", 7, ONE));
    assertThat(answer.source()).isEqualTo("Z1: CNAME x.a.com to y.b.com, Z2: A y.b.com");
    assertThat(resolver.answer("x.a.com", Kind.CNAME).entries()).hasSize(1);
  }

  @Test
  void aCnameToNowhereIsNoName() {
    zone("a.com", new Zone.RecordSet.Cname("x.a.com", 5, "y.a.com"));
    Answer answer = resolver.answer("x.a.com", Kind.A);
    assertThat(answer.status()).isEqualTo(Status.NO_NAME);
    assertThat(answer.entries()).hasSize(1);
  }

  @Test
  void circlesFail() {
    zone(
        "a.com",
        new Zone.RecordSet.Cname("x.a.com", 5, "y.a.com"),
        new Zone.RecordSet.Cname("y.a.com", 5, "x.a.com"),
        new Zone.RecordSet.Alias("z.a.com", "z.a.com"),
        new Zone.RecordSet.Alias("v.a.com", "w.a.com"),
        new Zone.RecordSet.Cname("w.a.com", 5, "v.a.com"));
    assertThat(resolver.answer("x.a.com", Kind.A).status()).isEqualTo(Status.FAILED);
    assertThat(resolver.addresses("z.a.com")).isEmpty();
    assertThat(resolver.addresses("v.a.com")).isEmpty();
    assertThat(resolver.addresses("w.a.com")).isEmpty();
  }

  @Test
  void theMostSpecificZoneWinsAndHidesTheRest() {
    shared.publish(
        "api", Map.of("execute-api.aws", List.of(ONE), "*.execute-api.aws", List.of(ONE)));
    resolver.zones(
        List.of(
            new Zone("Z1", "com", List.of(new Zone.RecordSet.A("x.shop.com", 5, List.of(ONE)))),
            new Zone("Z2", "shop.com", List.of())));
    assertThat(resolver.answer("x.shop.com", Kind.A).status()).isEqualTo(Status.NO_NAME);
    assertThat(resolver.answer("shop.com", Kind.A).status()).isEqualTo(Status.NO_DATA);
    assertThat(resolver.addresses("abc.execute-api.aws")).containsExactly(ONE);
    resolver.zones(List.of(new Zone("Z3", "execute-api.aws", List.of())));
    assertThat(resolver.addresses("abc.execute-api.aws")).isEmpty();
  }

  @Test
  void aWildcardCoversWhatDoesNotExistOnly() {
    zone(
        "a.com",
        new Zone.RecordSet.A("*.a.com", 5, List.of(ONE)),
        new Zone.RecordSet.A("deep.real.a.com", 5, List.of(TWO)));
    assertThat(resolver.addresses("any.a.com")).containsExactly(ONE);
    assertThat(resolver.addresses("so.deep.any.a.com")).containsExactly(ONE);
    assertThat(resolver.addresses("deep.real.a.com")).containsExactly(TWO);
    assertThat(resolver.answer("real.a.com", Kind.A).status()).isEqualTo(Status.NO_DATA);
    assertThat(resolver.answer("other.real.a.com", Kind.A).status()).isEqualTo(Status.NO_NAME);
  }

  @Test
  void namesOfTheVpcComeBeforeThoseOfAll() {
    shared.publish("public", Map.of("execute-api.aws", List.of(ONE)));
    resolver.names().publish("vpce", Map.of("execute-api.aws", List.of(TWO)));
    assertThat(resolver.addresses("execute-api.aws")).containsExactly(TWO);
    resolver.names().publish("vpce", Map.of());
    assertThat(resolver.addresses("execute-api.aws")).containsExactly(ONE);
    assertThat(new Resolver(shared).addresses("execute-api.aws")).containsExactly(ONE);
  }

  @Test
  void aZoneThatAwsKeepsTakesPartAsAnyOther() {
    shared.publish("api", Map.of("abc-vpce.execute-api.aws", List.of(ONE)));
    Zone.RecordSet all = new Zone.RecordSet.A("*.execute-api.aws", 60, List.of(TWO));
    resolver.manage("vpce-1", new Zone("vpce-1", "execute-api.aws", List.of(all)));

    Answer answer = resolver.answer("abc.execute-api.aws", Kind.A);
    assertThat(answer.addresses()).containsExactly(TWO);
    assertThat(answer.source()).isEqualTo("vpce-1: A *.execute-api.aws");
    assertThat(resolver.addresses("abc-vpce.execute-api.aws")).containsExactly(TWO);
    assertThat(resolver.answer("execute-api.aws", Kind.A).status()).isEqualTo(Status.NO_DATA);
    assertThat(resolver.zoneOf("Execute-API.aws.")).contains("vpce-1");
    assertThat(resolver.isManaged("execute-api.aws")).isTrue();

    zone("abc.execute-api.aws", new Zone.RecordSet.A("abc.execute-api.aws", 5, List.of(ONE)));
    assertThat(resolver.addresses("abc.execute-api.aws")).containsExactly(ONE);
    zone("aws", new Zone.RecordSet.A("abc.execute-api.aws", 5, List.of(ONE)));
    assertThat(resolver.addresses("abc.execute-api.aws")).containsExactly(TWO);

    resolver.release("vpce-1");
    assertThat(resolver.addresses("abc.execute-api.aws")).containsExactly(ONE);
    assertThat(resolver.zoneOf("execute-api.aws")).isEmpty();
  }

  private void zone(String name, Zone.RecordSet... records) {
    resolver.zones(List.of(new Zone("Z-" + name, name, List.of(records))));
  }
}
