package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.List;

/** What the two types of network ACLs have in common. */
final class AclRules {
  private static final Check NUMBER = Check.between(1, 32_766);

  private AclRules() {}

  static Rules.Builder builder() {
    Rules.Builder builder = Rules.builder().honours("ingress", "egress", "subnet_ids");
    for (String block : List.of("ingress.", "egress.")) {
      builder
          .honours(block + "**")
          .check(block + "rule_no", NUMBER)
          .check(block + "from_port", port())
          .check(block + "to_port", port());
    }
    return builder;
  }

  private static Check port() {
    return (name, value) ->
        Check.between(0, 65_535)
            .complaint(name, value)
            .map(_ ->
                "expected \"%s\" to be a valid port number or 0, got: %s".formatted(name, value));
  }

  /** The same checks where the blocks are really attributes, which have no place of their own. */
  static void check(ObjectValue configuration, Diagnostics diagnostics) {
    for (String block : List.of("ingress", "egress")) {
      if (configuration.get(block) instanceof SetValue set) {
        List<Value> rules = List.copyOf(set.elements());
        for (int i = 0; i < rules.size(); i++) {
          if (rules.get(i) instanceof ObjectValue rule) {
            String prefix = block + "." + i + ".";
            complain(rule, "rule_no", NUMBER, prefix, diagnostics);
            complain(rule, "from_port", port(), prefix, diagnostics);
            complain(rule, "to_port", port(), prefix, diagnostics);
          }
        }
      }
    }
  }

  private static void complain(
      ObjectValue rule, String name, Check check, String prefix, Diagnostics diagnostics) {
    if (rule.isSet(name)) {
      check
          .complaint(prefix + name, rule.get(name))
          .ifPresent(complaint -> diagnostics.error("", complaint, ""));
    }
  }

  static void warn(ObjectValue configuration, Diagnostics diagnostics) {
    Unfelt.each(configuration, "ingress", "ipv6_cidr_block", diagnostics);
    Unfelt.each(configuration, "egress", "ipv6_cidr_block", diagnostics);
  }
}
