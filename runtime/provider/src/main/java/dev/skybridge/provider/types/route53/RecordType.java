package dev.skybridge.provider.types.route53;

import dev.skybridge.network.Ipv4;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.route53.HostedZone;
import dev.skybridge.services.route53.Route53;
import dev.skybridge.services.route53.ZoneRecord;
import dev.skybridge.services.route53.ZoneRecord.Content;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code aws_route53_record}: A, CNAME and TXT, and aliases of AWS's names. */
final class RecordType implements ResourceType {
  private static final String ROUTING = "routing policies are not served; one record answers all";

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "zone_id",
              "name",
              "type",
              "ttl",
              "records",
              "alias.name",
              "alias.zone_id",
              "alias.evaluate_target_health",
              "allow_overwrite",
              "timeouts.**")
          .forceNew("zone_id", "name", "set_identifier")
          .oneOf(
              "type", "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA",
              "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT")
          .check("alias.zone_id", Check.length(1, 32))
          .exactlyOneOf("alias", "records")
          .conflicts("alias", "ttl")
          .requiresWith("records", "ttl")
          .requiresWith("ttl", "records")
          .refuses("health_check_id", "health checks are not served")
          .refuses("set_identifier", ROUTING)
          .refuses("multivalue_answer_routing_policy", ROUTING)
          .refuses("cidr_routing_policy", ROUTING)
          .refuses("failover_routing_policy", ROUTING)
          .refuses("geolocation_routing_policy", ROUTING)
          .refuses("geoproximity_routing_policy", ROUTING)
          .refuses("latency_routing_policy", ROUTING)
          .refuses("weighted_routing_policy", ROUTING)
          .build();

  private final Route53 route53;

  RecordType(Route53 route53) {
    this.route53 = route53;
  }

  @Override
  public String name() {
    return "aws_route53_record";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String zoneId = planned.text("zone_id");
    HostedZone zone =
        route53
            .zone(zoneId)
            .filter(found -> found.account().equals(context.account()))
            .orElseThrow(() ->
                new AwsException(
                    "NoSuchHostedZone", 404, "No hosted zone found with ID: " + zoneId));
    String name = planned.text("name").toLowerCase(Locale.ROOT);
    String whole = expand(name, zone.name());
    ObjectValue state =
        planned
            .with("fqdn", whole)
            .with("id", "%s_%s_%s".formatted(zoneId, name, planned.text("type")))
            .orElse("allow_overwrite", Value.of(false));
    if (!state.flag("allow_overwrite")) {
      route53.checkRecord(entry(state));
    }
    return state;
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    entry(planned);
    if (!prior.text("type").equals(planned.text("type"))) {
      route53.removeRecord(prior.text("zone_id"), prior.text("fqdn"), prior.text("type"));
    }
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    route53.put(entry(state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    route53.removeRecord(state.text("zone_id"), state.text("fqdn"), state.text("type"));
  }

  private static ZoneRecord entry(ObjectValue state) {
    String type = state.text("type");
    Optional<ObjectValue> alias = state.block("alias");
    List<String> values = state.texts("records");
    int ttl = state.optionalInteger("ttl").orElse(0);
    Content content;
    if (alias.isPresent() && type.equals("A")) {
      content =
          new Content.Alias(
              alias.get().text("name"),
              alias.get().text("zone_id"),
              alias.get().flag("evaluate_target_health"));
    } else {
      content =
          switch (type) {
            case "A" -> new Content.A(ttl, values.stream().map(RecordType::address).toList());
            case "CNAME" -> new Content.Cname(ttl, values.getFirst());
            case "TXT" -> new Content.Txt(ttl, values);
            default ->
                throw new AwsException(
                    "InvalidInput",
                    400,
                    "Records of type " + type + " are not served (A, CNAME and TXT are)");
          };
    }
    return new ZoneRecord(state.text("zone_id"), state.text("fqdn"), content);
  }

  private static Ipv4 address(String text) {
    try {
      return Ipv4.parse(text);
    } catch (IllegalArgumentException e) {
      throw new AwsException(
          "InvalidChangeBatch",
          400,
          "[Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a"
              + " valid IPv4 address) encountered with '"
              + text
              + "']");
    }
  }

  /** A name that does not end in its zone's is meant to be in it. */
  private static String expand(String name, String zone) {
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (bare.equals(zone) || bare.endsWith("." + zone)) {
      return bare;
    }
    return bare.isEmpty() ? zone : bare + "." + zone;
  }
}
