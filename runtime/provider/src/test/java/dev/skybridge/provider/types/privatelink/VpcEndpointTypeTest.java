package dev.skybridge.provider.types.privatelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VpcEndpointTypeTest {
  private static final String FIRST = "subnet-0123456789abcdef1";
  private static final String SECOND = "subnet-0123456789abcdef2";
  private static final String TABLE = "rtb-0123456789abcdef1";

  private final Fabric fabric = new Fabric(new TraceLog(1));
  private final Vpc vpc = new Vpc(fabric);
  private final VpcEndpointType type = new VpcEndpointType(vpc.privateLink(), vpc.ec2());
  private final Context context = new Call("endpoint");

  @AfterEach
  void close() {
    fabric.close();
  }

  private static ObjectValue planned(String service, String kind) {
    Map<String, Value> planned = new TreeMap<>();
    planned.put("service_name", Value.of("com.amazonaws.eu-central-1." + service));
    planned.put("vpc_endpoint_type", Value.of(kind));
    planned.put("vpc_id", Value.of(Vpc.ID));
    for (String computed :
        List.of(
            "policy",
            "private_dns_enabled",
            "service_region",
            "security_group_ids",
            "subnet_ids",
            "subnet_configuration",
            "route_table_ids")) {
      planned.put(computed, Value.unknown());
    }
    return new ObjectValue(planned);
  }

  private static Value fixed(String subnetId, String address) {
    return new SetValue(
        List.of(
            new ObjectValue(Map.of("subnet_id", Value.of(subnetId), "ipv4", Value.of(address)))));
  }

  private List<String> cards() {
    return vpc.ec2().all(Ec2Record.NetworkInterface.class).stream()
        .map(record -> record.card().subnetId() + " " + record.card().address())
        .toList();
  }

  @Test
  void anInterfaceEndpointGetsAFixedOrAFreeAddressInEachSubnet() {
    ObjectValue state =
        type.create(
            context,
            planned("execute-api", "Interface")
                .withTextSet("subnet_ids", List.of(FIRST, SECOND))
                .with("subnet_configuration", fixed(FIRST, "192.168.2.10")));
    type.apply(context, state, PrivateData.EMPTY);

    assertThat(cards()).containsExactlyInAnyOrder(FIRST + " 192.168.2.10", SECOND + " 192.168.3.4");
    assertThat(state.texts("network_interface_ids"))
        .hasSize(2)
        .allMatch(id -> id.startsWith("eni-"));
    assertThat(state.texts("security_group_ids")).containsExactly("sg-default");
    assertThat(state.blocks("dns_entry").getFirst().text("dns_name"))
        .startsWith(state.text("id") + "-")
        .endsWith(".execute-api.eu-central-1.vpce.amazonaws.com");
    assertThat(vpc.privateLink().addresses(state.text("id")))
        .containsExactlyInAnyOrder(Ipv4.parse("192.168.2.10"), Ipv4.parse("192.168.3.4"));

    type.remove(context, state);
    assertThat(cards()).isEmpty();
    assertThat(vpc.privateLink().interfaceEndpoints()).isEmpty();
  }

  @Test
  void aSubnetThatStaysKeepsItsInterface() {
    ObjectValue state =
        type.create(
            context, planned("execute-api", "Interface").withTextSet("subnet_ids", List.of(FIRST)));
    type.apply(context, state, PrivateData.EMPTY);

    ObjectValue changed =
        type.update(context, state, state.withTextSet("subnet_ids", List.of(FIRST, SECOND)));
    type.apply(context, changed, PrivateData.EMPTY);
    assertThat(changed.texts("network_interface_ids"))
        .containsAll(state.texts("network_interface_ids"))
        .hasSize(2);

    type.apply(context, state, PrivateData.EMPTY);
    assertThat(cards()).containsExactly(FIRST + " 192.168.2.4");
  }

  @Test
  void anAddressThatIsTakenIsRefused() {
    ObjectValue wanted =
        planned("execute-api", "Interface")
            .withTextSet("subnet_ids", List.of(FIRST))
            .with("subnet_configuration", fixed(FIRST, "192.168.2.10"));
    type.apply(context, type.create(context, wanted), PrivateData.EMPTY);

    assertThatThrownBy(() -> type.create(context, wanted)).hasMessageContaining("192.168.2.10");
  }

  @Test
  void privateDnsAddsTheServicesNamesAndIsOnceInAVpc() {
    ObjectValue wanted =
        planned("execute-api", "Interface")
            .withTextSet("subnet_ids", List.of(FIRST))
            .with("private_dns_enabled", true);
    ObjectValue state = type.create(context, wanted);
    type.apply(context, state, PrivateData.EMPTY);
    vpc.privateLink().reconcile();

    assertThat(state.blocks("dns_entry"))
        .extracting(entry -> entry.text("dns_name"))
        .contains(
            "execute-api.eu-central-1.amazonaws.com", "*.execute-api.eu-central-1.amazonaws.com");
    assertThat(fabric.resolver(Vpc.ID).addresses("abc.execute-api.eu-central-1.amazonaws.com"))
        .hasToString("[192.168.2.4]");
    assertThat(type.update(context, state, state).text("id")).isEqualTo(state.text("id"));
    Context another = new Call("another");
    assertThatThrownBy(() -> type.create(another, wanted))
        .hasMessage(
            "private-dns-enabled cannot be set because there is already a conflicting DNS domain"
                + " for execute-api.eu-central-1.amazonaws.com in the VPC "
                + Vpc.ID);
  }

  @Test
  void aGatewayEndpointIsARouteInEachTable() {
    ObjectValue state =
        type.create(
            context, planned("dynamodb", "Gateway").withTextSet("route_table_ids", List.of(TABLE)));
    type.apply(context, state, PrivateData.EMPTY);

    assertThat(state.text("prefix_list_id")).isEqualTo("pl-66a5400f");
    assertThat(vpc.ec2().all(Ec2Record.TableRoute.class))
        .extracting(route -> route.routeTableId() + " " + route.route())
        .containsExactly(TABLE + " pl-66a5400f -> " + state.text("id"));
    assertThat(vpc.privateLink().policy(state.text("id"))).isPresent();

    type.remove(context, state);
    assertThat(vpc.ec2().all(Ec2Record.TableRoute.class)).isEmpty();
  }

  @Test
  void aPolicyThatDoesNotParseIsRefused() {
    assertThatThrownBy(
            () -> type.create(context, planned("dynamodb", "Gateway").with("policy", "{\"a\":1}")))
        .hasMessageStartingWith("Policy document is invalid: ");
  }

  /** One call. */
  private record Call(String name) implements Context {
    @Override
    public Scope scope() {
      return Vpc.SCOPE;
    }

    @Override
    public Principal.Identity caller() {
      return Principal.Identity.user("arn:aws:iam::111122223333:root", account());
    }

    @Override
    public Ids ids() {
      return new Ids(name);
    }

    @Override
    public void remember(String key, String text) {
      throw new IllegalStateException("an endpoint remembers nothing: " + key);
    }

    @Override
    public PrivateData remembered() {
      return PrivateData.EMPTY;
    }

    @Override
    public void warn(String attribute, String summary, String detail) {
      throw new IllegalStateException("no warning expected: " + summary);
    }
  }
}
