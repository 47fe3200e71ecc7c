package dev.skybridge.provider.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.Conform;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Planning by rules, on schemas of real types. */
class PlannerTest {
  private static final Schema ENDPOINT = Schema.ofResource("aws_vpc_endpoint");
  private static final Rules RULES =
      Rules.builder()
          .defaults("vpc_endpoint_type", "Gateway")
          .json("policy")
          .computedBlocks("dns_options")
          .recomputes("vpc_endpoint_type", "dns_entry")
          .forceNew("service_name", "subnet_configuration.ipv4", "dns_options.dns_record_ip_type")
          .build();

  private static ObjectValue endpoint(ObjectValue some) {
    return Conform.object(
        ENDPOINT.type(),
        some.with(
            "dns_options", some.has("dns_options") ? some.get("dns_options") : ListValue.EMPTY),
        "test");
  }

  private static ObjectValue plan(ObjectValue configuration, Optional<ObjectValue> prior) {
    return new Planner(ENDPOINT.block(), RULES).plan(endpoint(configuration), prior, Map.of());
  }

  private static ObjectValue applied() {
    return plan(
            ObjectValue.EMPTY.with("service_name", "s").with("policy", "{\"a\":[\"b\"]}"),
            Optional.empty())
        .with("id", "vpce-1")
        .with("dns_entry", ListValue.EMPTY);
  }

  @Test
  void aCreationHasDefaultsAndUnknowns() {
    var planned = plan(ObjectValue.EMPTY.with("service_name", "s"), Optional.empty());
    assertThat(planned.text("vpc_endpoint_type")).isEqualTo("Gateway");
    assertThat(planned.get("id")).isEqualTo(Value.unknown());
    assertThat(planned.get("dns_options")).isEqualTo(Value.unknown());
    assertThat(planned.get("auto_accept")).isEqualTo(Value.ofNull());
  }

  @Test
  void aChangeKeepsWhatIsComputed() {
    var planned =
        plan(
            ObjectValue.EMPTY.with("service_name", "s").with("auto_accept", true),
            Optional.of(applied()));
    assertThat(planned.text("id")).isEqualTo("vpce-1");
    assertThat(planned.get("dns_entry")).isEqualTo(ListValue.EMPTY);
  }

  @Test
  void oneArgumentCanMakeAnotherUnknown() {
    var planned =
        plan(
            ObjectValue.EMPTY.with("service_name", "s").with("vpc_endpoint_type", "Interface"),
            Optional.of(applied()));
    assertThat(planned.get("dns_entry")).isEqualTo(Value.unknown());
  }

  @Test
  void equivalentJsonIsNoChange() {
    var same = ObjectValue.EMPTY.with("service_name", "s").with("policy", "{ \"a\" : \"b\" }");
    assertThat(plan(same, Optional.of(applied())).text("policy")).isEqualTo("{\"a\":[\"b\"]}");
    var other = ObjectValue.EMPTY.with("service_name", "s").with("policy", "{\"a\":\"c\"}");
    assertThat(plan(other, Optional.of(applied())).text("policy")).isEqualTo("{\"a\":\"c\"}");
  }

  @Test
  void replacementsNameTheArgumentAndStopAtASet() {
    var options = new ListValue(List.of(ObjectValue.EMPTY.with("dns_record_ip_type", "ipv4")));
    var prior = endpoint(ObjectValue.EMPTY.with("service_name", "s").with("dns_options", options));
    var planned =
        endpoint(
            ObjectValue.EMPTY
                .with("service_name", "t")
                .withBlocks(
                    "subnet_configuration", List.of(ObjectValue.EMPTY.with("ipv4", "10.0.0.1")))
                .withBlocks(
                    "dns_options", List.of(ObjectValue.EMPTY.with("dns_record_ip_type", "ipv6"))));
    assertThat(Replacements.between(prior, planned, RULES.forceNew()))
        .extracting(AttributePath::toString)
        .containsExactlyInAnyOrder(
            "service_name", "subnet_configuration", "dns_options[0].dns_record_ip_type");
  }

  @Test
  void pathsAreReadAsTheyAreWritten() {
    for (var text : List.of("name", "ingress[0].cidr_blocks", "tags[\"a.b\"]")) {
      assertThat(AttributePath.parse(text)).hasToString(text);
    }
  }
}
