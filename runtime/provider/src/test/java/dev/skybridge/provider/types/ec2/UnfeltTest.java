package dev.skybridge.provider.types.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that nothing meets here is kept, and said to have no effect. */
class UnfeltTest {
  private final Diagnostics diagnostics = new Diagnostics();

  /** Looks at a rule of a protocol. */
  private void look(String protocol) {
    Unfelt.protocol(
        new ObjectValue(Map.of("ip_protocol", Value.of(protocol))),
        "ip_protocol",
        "ip_protocol",
        diagnostics);
  }

  @ParameterizedTest
  @ValueSource(strings = {"icmp", "1", "udp", "17"})
  void ofAnotherProtocolThanTcpAWarningNamesIt(String protocol) {
    look(protocol);
    assertThat(diagnostics.all()).hasSize(1);
    assertThat(diagnostics.failed()).isFalse();
    assertThat(diagnostics.all().toString())
        .contains("Rule without effect", "all connections here are TCP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "6", "-1", "all"})
  void ofTcpAndOfAllProtocolsThereIsNone(String protocol) {
    look(protocol);
    assertThat(diagnostics.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingress", "egress"})
  void inlineRulesAreLookedAtOneByOne(String set) {
    ObjectValue icmp =
        new ObjectValue(
            Map.of("protocol", Value.of("icmp"), "ipv6_cidr_blocks", Value.textSet(List.of())));
    ObjectValue tcp =
        new ObjectValue(
            Map.of(
                "protocol", Value.of("tcp"), "ipv6_cidr_blocks", Value.textSet(List.of("::/0"))));
    Unfelt.each(
        new ObjectValue(Map.of(set, new SetValue(List.of(icmp, tcp)))),
        set,
        "ipv6_cidr_blocks",
        diagnostics);
    assertThat(diagnostics.all()).hasSize(2);
    assertThat(diagnostics.all().toString()).contains("protocol icmp", "no IPv6 here");
  }
}
