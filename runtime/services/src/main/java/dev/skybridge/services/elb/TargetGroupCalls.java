package dev.skybridge.services.elb;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operations that describe target groups and the health of their targets. */
final class TargetGroupCalls {
  private static final String NOT_FOUND = "TargetGroupNotFound";
  private static final String KIND = "targetgroup/";

  private final Elb elb;

  TargetGroupCalls(Elb elb) {
    this.elb = requireNonNull(elb);
  }

  ApiAnswer describe(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeTargetGroups");
    List<String> arns = input.texts("TargetGroupArns");
    List<String> names = input.texts("Names");
    arns.forEach(text -> Listed.arn(input, text, KIND));
    Optional<String> balancer = input.find("LoadBalancerArn");
    balancer.ifPresent(text -> LoadBalancerCalls.find(elb, call, text));
    List<TargetGroup> own =
        elb.all(TargetGroup.class).stream()
            .filter(group -> group.scope().equals(call.scope()))
            .toList();
    Listed.check(
        arns,
        own.stream().map(TargetGroup::id).toList(),
        NOT_FOUND,
        "One or more target groups not found");
    Listed.check(
        names,
        own.stream().map(TargetGroup::name).toList(),
        NOT_FOUND,
        "One or more target groups not found");
    return Listed.page(
        call,
        "TargetGroups",
        own.stream()
            .filter(group -> arns.isEmpty() || arns.contains(group.id()))
            .filter(group -> names.isEmpty() || names.contains(group.name()))
            .filter(group -> balancer.isEmpty() || balancers(group).contains(balancer.get()))
            .toList(),
        TargetGroup::id,
        this::write);
  }

  ApiAnswer attributes(ApiCall call) {
    Listed.authorized(call, "DescribeTargetGroupAttributes");
    group(call);
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(
                "Attributes",
                List.of(
                    Listed.attribute("deregistration_delay.timeout_seconds", 300),
                    Listed.attribute("load_balancing.algorithm.anomaly_mitigation", "off"),
                    Listed.attribute("load_balancing.algorithm.type", "round_robin"),
                    Listed.attribute(
                        "load_balancing.cross_zone.enabled", "use_load_balancer_configuration"),
                    Listed.attribute("slow_start.duration_seconds", 0),
                    Listed.attribute("stickiness.enabled", false),
                    Listed.attribute("stickiness.type", "lb_cookie"),
                    Listed.attribute("stickiness.lb_cookie.duration_seconds", 86_400)))
            .build());
  }

  ApiAnswer health(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeTargetHealth");
    input.refuseElements("Include");
    TargetGroup group = group(call);
    Map<Target, HealthState> health = elb.health(group.arn());
    List<Input> asked = input.structures("Targets");
    List<Output.Structure> written = new ArrayList<>();
    if (asked.isEmpty()) {
      health.forEach((target, state) -> written.add(write(group, target, state)));
    }
    for (Input each : asked) {
      Target target = target(each, group);
      written.add(write(group, target, health.getOrDefault(target, HealthState.NOT_REGISTERED)));
    }
    return ApiAnswer.of(
        Output.Structure.builder().structures("TargetHealthDescriptions", written).build());
  }

  private static Target target(Input input, TargetGroup group) {
    try {
      return new Target(
          Ipv4.parse(input.text("Id")), (int) input.whole("Port", 1, 65_535, group.port()));
    } catch (IllegalArgumentException e) {
      throw new AwsException(
          "InvalidTarget",
          400,
          "The following targets are not IPv4 addresses: '" + input.text("Id") + "'");
    }
  }

  private static Output.Structure write(TargetGroup group, Target target, HealthState state) {
    Output.Builder health =
        Output.Structure.builder().put("State", state.state().name().toLowerCase(Locale.ROOT));
    if (!state.reason().isEmpty()) {
      health.put("Reason", state.reason()).put("Description", state.description());
    }
    return Output.Structure.builder()
        .put(
            "Target",
            Output.Structure.builder()
                .put("Id", target.address().toString())
                .put("Port", target.port()))
        .put("HealthCheckPort", Integer.toString(group.healthCheck().port().orElse(target.port())))
        .put("TargetHealth", health)
        .build();
  }

  private Output.Structure write(TargetGroup group) {
    HealthCheck check = group.healthCheck();
    return Output.Structure.builder()
        .put("TargetGroupArn", group.id())
        .put("TargetGroupName", group.name())
        .put("Protocol", group.protocol().name())
        .put("Port", group.port())
        .put("VpcId", group.vpcId())
        .put("HealthCheckProtocol", check.protocol().name())
        .put(
            "HealthCheckPort",
            check.port().isPresent() ? Integer.toString(check.port().getAsInt()) : "traffic-port")
        .put("HealthCheckEnabled", true)
        .put("HealthCheckIntervalSeconds", check.interval().toSeconds())
        .put("HealthCheckTimeoutSeconds", check.timeout().toSeconds())
        .put("HealthyThresholdCount", check.healthyThreshold())
        .put("UnhealthyThresholdCount", check.unhealthyThreshold())
        .put("HealthCheckPath", check.path())
        .put("Matcher", Output.Structure.builder().put("HttpCode", check.matcher().text()))
        .texts("LoadBalancerArns", balancers(group))
        .put("TargetType", "ip")
        .put("ProtocolVersion", "HTTP1")
        .put("IpAddressType", "ipv4")
        .build();
  }

  private List<String> balancers(TargetGroup group) {
    return elb.users(group).stream().map(LoadBalancer::id).toList();
  }

  private TargetGroup group(ApiCall call) {
    Arn arn = Listed.arn(call.input(), call.input().text("TargetGroupArn"), KIND);
    return elb.find(TargetGroup.class, arn.toString())
        .filter(group -> group.scope().equals(call.scope()))
        .orElseThrow(() -> new AwsException(NOT_FOUND, 400, "One or more target groups not found"));
  }
}
