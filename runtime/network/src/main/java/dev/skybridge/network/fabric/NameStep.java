package dev.skybridge.network.fabric;

import dev.skybridge.gate.Verdict;
import dev.skybridge.network.dns.Answer;
import dev.skybridge.network.dns.Answer.Kind;
import dev.skybridge.network.dns.Resolver;
import java.util.stream.Collectors;

/** What a resolver's answer means for a connection. */
public final class NameStep {
  private NameStep() {}

  /**
   * Allowed if {@code host} has an address; the rule says where the answer comes from.
   *
   * @param dnsSupport whether the VPC's resolver answers at all
   */
  public static Verdict verdict(boolean dnsSupport, Resolver resolver, String place, String host) {
    if (!dnsSupport) {
      return Verdict.refuse(
          place,
          "enableDnsSupport is false",
          "the VPC has no DNS support, so its resolver does not answer",
          "set enable_dns_support of the VPC to true");
    }
    Answer answer = resolver.answer(host, Kind.A);
    String addresses =
        answer.addresses().stream().map(Object::toString).collect(Collectors.joining(", "));
    return switch (answer.status()) {
      case FOUND -> Verdict.allow(place, host + " is " + addresses + " (" + answer.source() + ")");
      case NO_NAME ->
          Verdict.refuse(
              place,
              "no such name",
              "the VPC's resolver knows no " + host + " (" + answer.source() + ")",
              "add a record " + host + " to a private zone that is associated with the VPC");
      case NO_DATA ->
          Verdict.refuse(place, "no address", host + " has no address (" + answer.source() + ")");
      case FAILED -> Verdict.refuse(place, "no answer", answer.source());
    };
  }
}
