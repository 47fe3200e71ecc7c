package dev.skybridge.provider.types.elb;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import dev.skybridge.services.elb.HealthCheck;
import dev.skybridge.services.elb.Protocol;
import java.time.Duration;
import java.util.OptionalInt;

/** {@code aws_lb_target_group} of addresses. */
final class TargetGroupType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "name",
              "name_prefix",
              "port",
              "protocol",
              "target_type",
              "vpc_id",
              "health_check.healthy_threshold",
              "health_check.interval",
              "health_check.matcher",
              "health_check.path",
              "health_check.port",
              "health_check.protocol",
              "health_check.timeout",
              "health_check.unhealthy_threshold")
          .honoursOnly("deregistration_delay", Value.of("300"))
          .honoursOnly("health_check.enabled", Value.of(true))
          .honoursOnly("ip_address_type", Value.of("ipv4"))
          .honoursOnly("lambda_multi_value_headers_enabled", Value.of(false))
          .honoursOnly("load_balancing_algorithm_type", Value.of("round_robin"))
          .honoursOnly("load_balancing_anomaly_mitigation", Value.of("off"))
          .honoursOnly("protocol_version", Value.of("HTTP1"))
          .honoursOnly("proxy_protocol_v2", Value.of(false))
          .honoursOnly("slow_start", Value.of(0))
          .defaults("deregistration_delay", "300")
          .defaults("lambda_multi_value_headers_enabled", false)
          .defaults("proxy_protocol_v2", false)
          .defaults("slow_start", 0)
          .defaults("target_type", "instance")
          .defaults("health_check.enabled", true)
          .defaults("health_check.healthy_threshold", 3)
          .defaults("health_check.interval", 30)
          .defaults("health_check.port", "traffic-port")
          .defaults("health_check.protocol", "HTTP")
          .defaults("health_check.unhealthy_threshold", 3)
          .defaults("stickiness.enabled", true)
          .defaults("stickiness.cookie_duration", 86400)
          .forceNew(
              "ip_address_type",
              "name",
              "name_prefix",
              "port",
              "protocol",
              "protocol_version",
              "target_type",
              "vpc_id")
          .computedBlocks(
              "health_check",
              "stickiness",
              "target_failover",
              "target_group_health",
              "target_group_health.dns_failover",
              "target_group_health.unhealthy_state_routing",
              "target_health_state")
          .conflicts("name", "name_prefix")
          .oneOf("target_type", "ip")
          .oneOf("protocol", "HTTP", "HTTPS")
          .oneOf("health_check.protocol", "HTTP", "HTTPS")
          .check("port", Check.between(1, 65535))
          .check("health_check.healthy_threshold", Check.between(2, 10))
          .check("health_check.unhealthy_threshold", Check.between(2, 10))
          .check("health_check.interval", Check.between(5, 300))
          .check("health_check.timeout", Check.between(2, 120))
          .check("name", Check.length(1, 32))
          .refuses("stickiness", "stickiness is not served")
          .tags()
          .build();

  private final Elb elb;
  private final Ec2 ec2;

  TargetGroupType(Elb elb, Ec2 ec2) {
    this.elb = elb;
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_lb_target_group";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    for (String needed : new String[] {"vpc_id", "port", "protocol"}) {
      if (!planned.isSet(needed)) {
        throw new AwsException("ValidationError", 400, "A " + needed + " must be specified");
      }
    }
    ec2.checks().vpc(context.scope(), planned.text("vpc_id"));
    String prefix = planned.nonEmptyText("name_prefix").orElse("");
    String name =
        planned
            .nonEmptyText("name")
            .orElseGet(() -> (prefix.isEmpty() ? "tf-" : prefix) + context.ids().hex(20, "name"));
    elb.checks().targetGroup(context.scope(), name);
    String suffix = "targetgroup/" + name + "/" + context.ids().hex(16);
    Arn arn = context.scope().arn("elasticloadbalancing", suffix);
    ObjectValue state =
        TargetGroupDefaults.settle(
            planned
                .with("id", arn.toString())
                .with("arn", arn.toString())
                .with("arn_suffix", suffix)
                .with("name", name)
                .with("name_prefix", prefix));
    group(context, state);
    return state;
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    ObjectValue state = TargetGroupDefaults.settle(planned);
    group(context, state);
    return state;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    elb.put(group(context, state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    elb.checks().deleteTargetGroup(Arn.parse(state.text("arn")));
    elb.remove(state.text("arn"));
  }

  private static TargetGroup group(Context context, ObjectValue state) {
    ObjectValue check = state.block("health_check").orElseThrow();
    String port = check.text("port");
    int interval = check.integer("interval");
    int timeout = check.integer("timeout");
    if (timeout >= interval) {
      throw new AwsException(
          "ValidationError", 400, "Health check timeout must be smaller than the interval");
    }
    return new TargetGroup(
        context.scope(),
        Arn.parse(state.text("arn")),
        state.text("name"),
        state.text("vpc_id"),
        Protocol.valueOf(state.text("protocol")),
        state.integer("port"),
        new HealthCheck(
            Protocol.valueOf(check.text("protocol")),
            port.equals("traffic-port")
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(port)),
            check.text("path"),
            Duration.ofSeconds(interval),
            Duration.ofSeconds(timeout),
            check.integer("healthy_threshold"),
            check.integer("unhealthy_threshold"),
            HealthCheck.Matcher.parse(check.text("matcher"))));
  }
}
