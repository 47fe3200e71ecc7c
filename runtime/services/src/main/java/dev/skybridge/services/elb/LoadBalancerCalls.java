package dev.skybridge.services.elb;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Node;
import java.util.List;
import java.util.Locale;

/** The operations that describe load balancers. */
final class LoadBalancerCalls {
  private static final String NOT_FOUND = "LoadBalancerNotFound";
  private static final String KIND = "loadbalancer/";

  private final Elb elb;
  private final Placement placement;

  LoadBalancerCalls(Elb elb, Placement placement) {
    this.elb = requireNonNull(elb);
    this.placement = requireNonNull(placement);
  }

  ApiAnswer describe(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeLoadBalancers");
    List<String> arns = input.texts("LoadBalancerArns");
    List<String> names = input.texts("Names");
    arns.forEach(text -> Listed.arn(input, text, KIND));
    List<LoadBalancer> own =
        elb.all(LoadBalancer.class).stream()
            .filter(balancer -> balancer.scope().equals(call.scope()))
            .toList();
    Listed.check(
        arns,
        own.stream().map(LoadBalancer::id).toList(),
        NOT_FOUND,
        "Load balancers '[%s]' not found");
    Listed.check(
        names,
        own.stream().map(LoadBalancer::name).toList(),
        NOT_FOUND,
        "Load balancers '[%s]' not found");
    return Listed.page(
        call,
        "LoadBalancers",
        own.stream()
            .filter(balancer -> arns.isEmpty() || arns.contains(balancer.id()))
            .filter(balancer -> names.isEmpty() || names.contains(balancer.name()))
            .toList(),
        LoadBalancer::id,
        this::write);
  }

  ApiAnswer attributes(ApiCall call) {
    Input input = Listed.authorized(call, "DescribeLoadBalancerAttributes");
    Attributes attributes = find(elb, call, input.text("LoadBalancerArn")).attributes();
    String http = "routing.http.";
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(
                "Attributes",
                List.of(
                    Listed.attribute("access_logs.s3.enabled", false),
                    Listed.attribute("access_logs.s3.bucket", ""),
                    Listed.attribute("access_logs.s3.prefix", ""),
                    Listed.attribute("client_keep_alive.seconds", 3600),
                    Listed.attribute("connection_logs.s3.enabled", false),
                    Listed.attribute("connection_logs.s3.bucket", ""),
                    Listed.attribute("connection_logs.s3.prefix", ""),
                    Listed.attribute(
                        "deletion_protection.enabled", attributes.deletionProtection()),
                    Listed.attribute(
                        "idle_timeout.timeout_seconds", attributes.idleTimeout().toSeconds()),
                    Listed.attribute("ipv6.deny_all_igw_traffic", false),
                    Listed.attribute("load_balancing.cross_zone.enabled", true),
                    Listed.attribute(http + "desync_mitigation_mode", lower(attributes.desync())),
                    Listed.attribute(
                        http + "drop_invalid_header_fields.enabled",
                        attributes.dropInvalidHeaderFields()),
                    Listed.attribute(
                        http + "preserve_host_header.enabled", attributes.preserveHostHeader()),
                    Listed.attribute(
                        http + "x_amzn_tls_version_and_cipher_suite.enabled",
                        attributes.tlsHeaders()),
                    Listed.attribute(http + "xff_client_port.enabled", attributes.clientPort()),
                    Listed.attribute(
                        http + "xff_header_processing.mode", lower(attributes.forwardedFor())),
                    Listed.attribute("routing.http2.enabled", attributes.http2()),
                    Listed.attribute("waf.fail_open.enabled", false),
                    Listed.attribute("zonal_shift.config.enabled", false)))
            .build());
  }

  /** The load balancer of the caller's with this ARN, or AWS's refusal. */
  static LoadBalancer find(Elb elb, ApiCall call, String text) {
    Arn arn = Listed.arn(call.input(), text, KIND);
    return elb.find(LoadBalancer.class, arn.toString())
        .filter(balancer -> balancer.scope().equals(call.scope()))
        .orElseThrow(
            () -> new AwsException(NOT_FOUND, 400, "Load balancer '" + arn + "' not found"));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Output.Structure write(LoadBalancer balancer) {
    List<String> groups =
        balancer.nodes().stream()
            .flatMap(node -> placement.groups(balancer.scope(), node.interfaceId()).stream())
            .distinct()
            .toList();
    return Output.Structure.builder()
        .put("LoadBalancerArn", balancer.id())
        .put("DNSName", balancer.dnsName())
        .putIf("CanonicalHostedZoneId", LoadBalancerZones.of(balancer.scope().region()))
        .put("LoadBalancerName", balancer.name())
        .put("Scheme", "internal")
        .put("VpcId", balancer.vpcId())
        .put("State", Output.Structure.builder().put("Code", "active"))
        .put("Type", "application")
        .structures(
            "AvailabilityZones",
            balancer.nodes().stream().map(node -> zone(balancer, node)).toList())
        .texts("SecurityGroups", groups)
        .put("IpAddressType", "ipv4")
        .build();
  }

  private Output.Structure zone(LoadBalancer balancer, Node node) {
    return Output.Structure.builder()
        .putIf("ZoneName", placement.zone(balancer.scope(), node.subnetId()))
        .put("SubnetId", node.subnetId())
        .structures("LoadBalancerAddresses", List.of())
        .build();
  }
}
