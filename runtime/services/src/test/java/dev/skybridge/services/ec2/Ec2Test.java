package dev.skybridge.services.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.Flow;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.Place;
import dev.skybridge.network.PrefixList;
import dev.skybridge.network.Reachability;
import dev.skybridge.network.Route;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.RouteTable;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.Topology;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import dev.skybridge.services.ec2.Ec2Record.TableRoute;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Ec2Test {
  private final Shop shop = new Shop();
  private final Ec2 ec2 = shop.ec2;

  @Test
  void groupsDecideWhoReachesWhom() {
    ec2.put(Shop.card("eni-client", "subnet-public", "192.168.0.4", "sg-client"));
    ec2.put(Shop.card("eni-door", "subnet-private", "192.168.2.4", "sg-door"));
    ec2.reconcile();

    Reachability gates = new Reachability(shop.told.getLast());
    Flow forth = Flow.to("eni-client", Ipv4.parse("192.168.2.4"), 443);
    assertThat(gates.egress(forth).allowed()).isTrue();
    assertThat(gates.route(forth).allowed()).isTrue();
    assertThat(gates.ingress(forth).allowed()).isTrue();
    Flow back = Flow.to("eni-door", Ipv4.parse("192.168.0.4"), 443);
    assertThat(gates.egress(back).allowed()).isFalse();
  }

  @Test
  void anOwnersInterfacesAreThoseThatAreThereNow() {
    ec2.put(Shop.card("eni-a", "subnet-private", "192.168.2.4", "sg-client"));
    ec2.put(Shop.card("eni-b", "subnet-private", "192.168.2.5", "sg-client"));
    Ec2Record.NetworkInterface moved =
        Shop.card("eni-a", "subnet-private", "192.168.2.4", "sg-door");
    ec2.put(moved);

    assertThat(ec2.interfacesOf("i-eni-a")).containsExactly(moved);
    ec2.remove(moved.scope(), "eni-a");
    assertThat(ec2.interfacesOf("i-eni-a")).isEmpty();
    assertThat(ec2.interfacesOf("i-eni-b")).hasSize(1);
  }

  @Test
  void membersOfTheDefaultGroupReachEachOther() {
    ec2.put(Shop.card("eni-1", "subnet-private", "192.168.2.4", "sg-default-vpc-1"));
    ec2.put(Shop.card("eni-2", "subnet-private", "192.168.2.5", "sg-default-vpc-1"));

    Reachability gates = new Reachability(ec2.topology());
    Flow flow = Flow.to("eni-1", Ipv4.parse("192.168.2.5"), 8080);
    assertThat(gates.egress(flow).allowed()).isTrue();
    assertThat(gates.ingress(flow).allowed()).isTrue();
  }

  @Test
  void aSubnetWithoutATableUsesTheMainOne() {
    Topology topology = ec2.topology();

    assertThat(topology.routeTable(topology.subnet("subnet-public").orElseThrow()))
        .map(RouteTable::id)
        .contains("rtb-public");
    assertThat(topology.routeTable(topology.subnet("subnet-private").orElseThrow()))
        .map(RouteTable::id)
        .contains("rtb-main-vpc-1");
  }

  @Test
  void aGatewayEndpointIsReachedByTheRouteToItsPrefixList() {
    ec2.put(Shop.card("eni-function", "subnet-public", "192.168.0.9", "sg-client"));
    ec2.put(
        new TableRoute(
            Shop.ACCOUNT,
            "rtb-public",
            new Route(new Place.Listed("pl-66a5400f"), new Target.GatewayEndpoint("vpce-1"))));

    assertThat(new Reachability(ec2.topology()).gatewayEndpoint("eni-function", "pl-66a5400f"))
        .contains("vpce-1");
  }

  @Test
  void vpcsOfAllAccountsHaveNumbersOfTheirOwn() {
    Scope food = Shop.scope("777788889999");
    ec2.put(Shop.vpc(food, "vpc-2"));
    ec2.put(Shop.vpc(food, "vpc-3"));
    ec2.remove(food, "vpc-2");
    ec2.put(Shop.vpc(food, "vpc-3"));
    ec2.put(Shop.vpc(food, "vpc-4"));

    assertThat(ec2.number(Shop.ACCOUNT, "vpc-1")).contains(1);
    assertThat(ec2.number(food, "vpc-2")).isEmpty();
    assertThat(ec2.number(food, "vpc-3")).contains(3);
    assertThat(ec2.number(food, "vpc-4")).contains(2);
    assertThat(ec2.topology().vpcs()).hasSize(3);
  }

  @Test
  void addressesBeginWithTheFifthAndAreNotGivenTwice() {
    assertThat(ec2.reserve(Shop.ACCOUNT, "subnet-private")).hasToString("192.168.2.4");
    assertThat(ec2.reserve(Shop.ACCOUNT, "subnet-private")).hasToString("192.168.2.5");
    ec2.put(Shop.card("eni-1", "subnet-private", "192.168.2.4", "sg-door"));
    ec2.release("vpc-1", Ipv4.parse("192.168.2.5"));
    assertThat(ec2.reserve(Shop.ACCOUNT, "subnet-private")).hasToString("192.168.2.5");

    ec2.remove(Shop.ACCOUNT, "eni-1");
    assertThat(ec2.reserve(Shop.ACCOUNT, "subnet-private")).hasToString("192.168.2.4");
  }

  @Test
  void aFixedAddressIsCheckedAsAwsDoes() {
    ec2.reserve(Shop.ACCOUNT, "subnet-private", Ipv4.parse("192.168.2.10"));

    refusedAddress("192.168.2.10", "InvalidIPAddress.InUse", "Address 192.168.2.10 is in use.");
    refusedAddress(
        "192.168.2.3",
        "InvalidParameterValue",
        "Address 192.168.2.3 is in subnet's reserved address range");
    refusedAddress(
        "192.168.2.255",
        "InvalidParameterValue",
        "Address 192.168.2.255 is in subnet's reserved address range");
    refusedAddress(
        "192.168.3.10",
        "InvalidParameterValue",
        "Address 192.168.3.10 does not fall within the subnet's address range");
  }

  @Test
  void aFullSubnetSaysSo() {
    ec2.put(Shop.subnet("subnet-small", "192.168.9.0/28", "eu-central-1b"));
    for (int i = 0; i < 11; i++) {
      ec2.reserve(Shop.ACCOUNT, "subnet-small");
    }

    assertThatThrownBy(() -> ec2.reserve(Shop.ACCOUNT, "subnet-small"))
        .hasMessage(
            "The specified subnet does not have enough free addresses to satisfy the request.");
  }

  @Test
  void recordsMayComeBeforeWhatTheyReferTo() {
    Ec2 empty = new Ec2(shop.told::add);
    empty.put(Shop.rule("sg-later", Shop.https("sgr-9", Direction.INGRESS, new Place.Member("x"))));
    empty.put(Shop.card("eni-1", "subnet-later", "192.168.2.4", "sg-later"));

    empty.reconcile();

    assertThat(shop.told.getLast().networkInterface("eni-1")).isPresent();
    assertThat(empty.find(Subnet.class, Shop.ACCOUNT, "subnet-later")).isEmpty();
    assertThat(empty.find(Subnet.class, Shop.ACCOUNT, "eni-1")).isEmpty();
  }

  @Test
  void prefixListsHaveTheIdsOfAws() {
    assertThat(PrefixLists.find(new Region("eu-central-1"), "com.amazonaws.eu-central-1.dynamodb"))
        .map(PrefixList::id)
        .contains("pl-66a5400f");
    Optional<PrefixList> ireland =
        PrefixLists.find(new Region("eu-west-1"), "com.amazonaws.eu-west-1.s3");
    assertThat(ireland.orElseThrow().id()).matches("pl-[0-9a-f]{8}").isNotEqualTo("pl-6ea54007");
    assertThat(ec2.topology().prefixList("pl-6ea54007")).isPresent();
  }

  private void refusedAddress(String address, String code, String message) {
    assertThatThrownBy(() -> ec2.reserve(Shop.ACCOUNT, "subnet-private", Ipv4.parse(address)))
        .isInstanceOfSatisfying(AwsException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
