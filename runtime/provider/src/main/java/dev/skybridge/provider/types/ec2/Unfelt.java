package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.Optional;

/**
 * Warns of rules that nothing can meet here: connections are TCP over IPv4, and DNS, which security
 * groups and network ACLs do not filter on AWS either.
 */
final class Unfelt {
  private static final String SUMMARY = "Rule without effect on this one-machine AWS";

  private Unfelt() {}

  /** Of one rule, whose protocol is the attribute {@code name}. */
  static void protocol(ObjectValue rule, String name, String path, Diagnostics diagnostics) {
    Optional<String> protocol = rule.optionalText(name).map(InlineRules::protocol);
    if (protocol.isPresent() && !protocol.get().equals("tcp") && !protocol.get().equals("-1")) {
      diagnostics.warning(
          path,
          SUMMARY,
          "The rule for the protocol %s is kept in the state, but all connections here are TCP. On AWS it works as documented."
              .formatted(protocol.get()));
    }
  }

  /** Of one rule that names IPv6 addresses in the attribute {@code name}. */
  static void ipv6(ObjectValue rule, String name, String path, Diagnostics diagnostics) {
    Value blocks = rule.get(name);
    boolean set =
        blocks instanceof Value.Text(var text) ? !text.isEmpty() : !rule.texts(name).isEmpty();
    if (set) {
      diagnostics.warning(
          path,
          SUMMARY,
          "The IPv6 addresses of the rule are kept in the state, but there is no IPv6 here. On AWS it works as documented.");
    }
  }

  /** Of each rule in the attribute or block {@code set}. */
  static void each(ObjectValue configuration, String set, String ipv6, Diagnostics diagnostics) {
    if (configuration.get(set) instanceof SetValue rules) {
      for (Value element : rules.elements()) {
        if (element instanceof ObjectValue rule) {
          protocol(rule, "protocol", set, diagnostics);
          if (!rule.get(ipv6).isUnknown()) {
            ipv6(rule, ipv6, set, diagnostics);
          }
        }
      }
    }
  }
}
