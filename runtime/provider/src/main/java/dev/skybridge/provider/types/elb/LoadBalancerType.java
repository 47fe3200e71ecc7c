package dev.skybridge.provider.types.elb;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.InterfaceOwner;
import dev.skybridge.services.elb.Attributes;
import dev.skybridge.services.elb.Attributes.DesyncMode;
import dev.skybridge.services.elb.Attributes.ForwardedFor;
import dev.skybridge.services.elb.Elb;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Node;
import dev.skybridge.services.elb.LoadBalancerZones;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code aws_lb}: an internal Application Load Balancer. */
final class LoadBalancerType implements ResourceType {
  private static final String SUBNETS = "subnets";
  private static final String ADDRESS = "address of ";

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "name",
              "name_prefix",
              "internal",
              "load_balancer_type",
              "security_groups",
              SUBNETS,
              "desync_mitigation_mode",
              "drop_invalid_header_fields",
              "enable_deletion_protection",
              "enable_http2",
              "enable_tls_version_and_cipher_suite_headers",
              "enable_xff_client_port",
              "idle_timeout",
              "preserve_host_header",
              "xff_header_processing_mode",
              "timeouts.**")
          .honoursOnly("client_keep_alive", Value.of(3600))
          .honoursOnly("enable_cross_zone_load_balancing", Value.of(true))
          .honoursOnly("enable_waf_fail_open", Value.of(false))
          .honoursOnly("enable_zonal_shift", Value.of(false))
          .honoursOnly("ip_address_type", Value.of("ipv4"))
          .defaults("client_keep_alive", 3600)
          .defaults("desync_mitigation_mode", "defensive")
          .defaults("drop_invalid_header_fields", false)
          .defaults("enable_deletion_protection", false)
          .defaults("enable_http2", true)
          .defaults("enable_tls_version_and_cipher_suite_headers", false)
          .defaults("enable_waf_fail_open", false)
          .defaults("enable_xff_client_port", false)
          .defaults("enable_zonal_shift", false)
          .defaults("idle_timeout", 60)
          .defaults("load_balancer_type", "application")
          .defaults("preserve_host_header", false)
          .defaults("xff_header_processing_mode", "append")
          .defaults("access_logs.enabled", false)
          .defaults("connection_logs.enabled", false)
          .forceNew(
              "name", "name_prefix", "internal", "load_balancer_type", "customer_owned_ipv4_pool")
          .computedBlocks("subnet_mapping")
          .conflicts("name", "name_prefix")
          .exactlyOneOf("subnet_mapping", SUBNETS)
          .refuses("subnet_mapping", "give subnets instead")
          .refuses("customer_owned_ipv4_pool", "Outposts are not served")
          .oneOf("load_balancer_type", "application")
          .oneOf("desync_mitigation_mode", "monitor", "defensive", "strictest")
          .oneOf("xff_header_processing_mode", "append", "preserve", "remove")
          .check("idle_timeout", Check.between(1, 4000))
          .check("client_keep_alive", Check.between(60, 604800))
          .check("name", Check.length(1, 32))
          .check(
              "name",
              Check.matches("^[0-9A-Za-z-]*[0-9A-Za-z]$", "letters, digits and inner hyphens"))
          .tags()
          .build();

  private final Elb elb;
  private final Ec2 ec2;

  LoadBalancerType(Elb elb, Ec2 ec2) {
    this.elb = elb;
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_lb";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    if (!planned.flag("internal")) {
      throw new AwsException(
          "InvalidSubnet", 400, "Internet-facing load balancers are not served: set internal");
    }
    String prefix = planned.nonEmptyText("name_prefix").orElse("");
    String name =
        planned
            .nonEmptyText("name")
            .orElseGet(
                () -> (prefix.isEmpty() ? "tf-lb-" : prefix) + context.ids().hex(20, "name"));
    elb.checks().loadBalancer(context.scope(), name, zones(context, planned));
    String suffix = "app/" + name + "/" + context.ids().hex(16);
    Arn arn = context.scope().arn("elasticloadbalancing", "loadbalancer/" + suffix);
    long number = new BigInteger(context.ids().hex(14, "dns"), 16).longValue() % 2_147_483_647L;
    String region = context.region().name();
    ObjectValue state =
        planned
            .with("id", arn.toString())
            .with("arn", arn.toString())
            .with("arn_suffix", suffix)
            .with("name", name)
            .with("name_prefix", prefix)
            .with(
                "dns_name",
                "internal-%s-%d.%s.elb.%s"
                    .formatted(name, number, region, context.region().dnsSuffix()))
            .with(
                "zone_id",
                LoadBalancerZones.of(context.region())
                    .orElseGet(() -> new Ids("elb " + region).zone()))
            .orElse("enforce_security_group_inbound_rules_on_private_link_traffic", "")
            .orElse("ip_address_type", "ipv4");
    return placed(context, state);
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    elb.checks().zones(zones(context, planned));
    return placed(context, planned);
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    List<Node> nodes = new ArrayList<>();
    for (String subnetId : state.texts(SUBNETS)) {
      Ipv4 address = Ipv4.parse(remembered.text(ADDRESS + subnetId));
      nodes.add(new Node(interfaceId(state, subnetId), subnetId, address));
    }
    withdraw(context, state, nodes);
    for (Node node : nodes) {
      NetworkInterface card =
          new NetworkInterface(
              node.interfaceId(),
              state.text("vpc_id"),
              node.subnetId(),
              node.address(),
              state.texts("security_groups"),
              "ELB " + state.text("arn_suffix"));
      ec2.put(
          new Ec2Record.NetworkInterface(
              context.scope(), card, InterfaceOwner.LOAD_BALANCER, state.text("arn")));
    }
    elb.put(
        new LoadBalancer(
            context.scope(),
            Arn.parse(state.text("arn")),
            state.text("name"),
            state.text("dns_name"),
            state.text("vpc_id"),
            nodes,
            attributes(state)));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    if (state.flag("enable_deletion_protection")) {
      throw new AwsException(
          "OperationNotPermitted",
          400,
          "Load balancer '%s' cannot be deleted because deletion protection is enabled"
              .formatted(state.text("arn")));
    }
    elb.remove(state.text("arn"));
    withdraw(context, state, List.of());
  }

  /** Removes the interfaces of nodes that are no more. */
  private void withdraw(Context context, ObjectValue state, List<Node> kept) {
    List<String> ids = kept.stream().map(Node::interfaceId).toList();
    ec2.all(Ec2Record.NetworkInterface.class, context.scope()).stream()
        .filter(owned -> owned.ownerId().equals(state.text("arn")) && !ids.contains(owned.id()))
        .forEach(owned -> ec2.remove(context.scope(), owned.id()));
  }

  /** Decides VPC, groups and the addresses of new nodes. */
  private ObjectValue placed(Context context, ObjectValue state) {
    List<String> subnets = state.texts(SUBNETS);
    String vpcId = ec2.checks().subnet(context.scope(), subnets.getFirst()).vpcId();
    List<String> groups = state.texts("security_groups");
    if (groups.isEmpty()) {
      groups = List.of(ec2.checks().vpc(context.scope(), vpcId).defaultSecurityGroupId());
    }
    ec2.checks().groups(context.scope(), vpcId, groups);
    List<Value> mapping = new ArrayList<>();
    for (String subnetId : subnets) {
      if (!ec2.checks().subnet(context.scope(), subnetId).vpcId().equals(vpcId)) {
        throw new AwsException(
            "InvalidConfigurationRequest", 400, "The subnets must belong to the same VPC");
      }
      Optional<String> address = context.remembered().optionalText(ADDRESS + subnetId);
      boolean kept =
          address.isPresent()
              && ec2.find(
                      Ec2Record.NetworkInterface.class,
                      context.scope(),
                      interfaceId(state, subnetId))
                  .isPresent();
      if (!kept) {
        context.remember(ADDRESS + subnetId, ec2.reserve(context.scope(), subnetId).toString());
      }
      mapping.add(
          new ObjectValue(
              Map.of(
                  "subnet_id", Value.of(subnetId),
                  "allocation_id", Value.of(""),
                  "ipv6_address", Value.of(""),
                  "outpost_id", Value.of(""),
                  "private_ipv4_address", Value.of(""))));
    }
    return state
        .with("vpc_id", vpcId)
        .withTextSet("security_groups", groups)
        .with("subnet_mapping", new SetValue(mapping));
  }

  private List<String> zones(Context context, ObjectValue planned) {
    return planned.texts(SUBNETS).stream()
        .map(id -> ec2.checks().subnet(context.scope(), id).availabilityZone())
        .toList();
  }

  private static String interfaceId(ObjectValue state, String subnetId) {
    return new Ids(state.text("arn") + " " + subnetId).ec2("eni");
  }

  private static Attributes attributes(ObjectValue state) {
    return new Attributes(
        state.flag("drop_invalid_header_fields"),
        DesyncMode.valueOf(state.text("desync_mitigation_mode").toUpperCase(Locale.ROOT)),
        Duration.ofSeconds(state.integer("idle_timeout")),
        state.flag("preserve_host_header"),
        ForwardedFor.valueOf(state.text("xff_header_processing_mode").toUpperCase(Locale.ROOT)),
        state.flag("enable_xff_client_port"),
        state.flag("enable_http2"),
        state.flag("enable_tls_version_and_cipher_suite_headers"),
        state.flag("enable_deletion_protection"));
  }
}
