package dev.skybridge.provider.types.route53;

import dev.skybridge.network.dns.Zone;
import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.route53.HostedZone;
import dev.skybridge.services.route53.Route53;
import dev.skybridge.services.route53.ZoneRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code aws_route53_zone}: a private hosted zone. */
final class ZoneType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("name", "comment", "vpc.**", "force_destroy", "timeouts.**")
          .defaults("comment", "Managed by Terraform")
          .defaults("force_destroy", false)
          .forceNew("name", "delegation_set_id")
          .conflicts("delegation_set_id", "vpc")
          .refuses("delegation_set_id", "public hosted zones are not served")
          .tags()
          .build();

  private final Route53 route53;
  private final ZoneVpcs vpcs;

  ZoneType(Route53 route53, Ec2 ec2) {
    this.route53 = route53;
    this.vpcs = new ZoneVpcs(ec2);
  }

  @Override
  public String name() {
    return "aws_route53_zone";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String id = context.ids().zone();
    List<String> servers = Zone.NAME_SERVERS;
    Arn arn = new Arn(context.region().partition(), "route53", "", "", "hostedzone/" + id);
    ObjectValue state =
        withVpcs(context, planned)
            .with("id", id)
            .with("zone_id", id)
            .with("arn", arn.toString())
            .with("name_servers", Value.texts(servers))
            .with("primary_name_server", servers.getFirst());
    check(context, state);
    return state;
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    ObjectValue state = withVpcs(context, planned);
    check(context, state);
    return state;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    route53.put(zone(context, state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    String id = state.text("zone_id");
    if (state.flag("force_destroy")) {
      for (ZoneRecord entry : route53.records(id)) {
        route53.removeRecord(id, entry.name(), entry.type());
      }
    }
    route53.checkDelete(id);
    route53.removeZone(id);
  }

  private void check(Context context, ObjectValue state) {
    HostedZone zone = zone(context, state);
    for (ObjectValue vpc : state.blocks("vpc")) {
      vpcs.check(context, vpc.text("vpc_id"), vpc.text("vpc_region"));
    }
    route53.checkZone(zone, context.region().name());
  }

  private static ObjectValue withVpcs(Context context, ObjectValue planned) {
    List<ObjectValue> vpcs = planned.blocks("vpc");
    if (vpcs.isEmpty()) {
      throw new AwsException(
          "InvalidInput",
          400,
          "Public hosted zones are not served: associate the zone with a VPC (vpc block)");
    }
    List<Value> settled = new ArrayList<>();
    for (ObjectValue vpc : vpcs) {
      settled.add(vpc.orElse("vpc_region", context.region().name()));
    }
    return planned.with("vpc", new SetValue(settled));
  }

  private static HostedZone zone(Context context, ObjectValue state) {
    return new HostedZone(
        context.account(),
        state.text("zone_id"),
        state.text("name"),
        state.blocks("vpc").stream().map(vpc -> vpc.text("vpc_id")).collect(Collectors.toSet()),
        state.nonEmptyText("comment").orElse(""));
  }
}
