package dev.skybridge.provider.types.privatelink;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.InterfaceOwner;
import dev.skybridge.services.privatelink.EndpointZones;
import dev.skybridge.services.privatelink.InterfaceEndpoint;
import dev.skybridge.services.privatelink.InterfaceEndpoint.Attachment;
import dev.skybridge.services.privatelink.PrivateLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Interface endpoints: a network interface in each of their subnets. */
final class EndpointInterfaces {
  private static final String SUBNETS = "subnet_ids";
  private static final String CONFIGURATION = "subnet_configuration";
  private static final String GROUPS = "security_group_ids";

  /** What AWS gives an endpoint that is made without a policy. */
  private static final String OPEN =
      "{\"Statement\":[{\"Action\":\"*\",\"Effect\":\"Allow\",\"Principal\":\"*\","
          + "\"Resource\":\"*\"}]}";

  private final PrivateLink privateLink;
  private final Ec2 ec2;

  EndpointInterfaces(PrivateLink privateLink, Ec2 ec2) {
    this.privateLink = privateLink;
    this.ec2 = ec2;
  }

  ObjectValue create(Context context, ObjectValue planned) {
    Ec2Record.Vpc vpc = ec2.checks().vpc(context.scope(), planned.text("vpc_id"));
    List<String> groups = planned.texts(GROUPS);
    return update(
        context,
        planned.withTextSet(SUBNETS, List.of()).with(CONFIGURATION, new SetValue(List.of())),
        planned
            .withTextSet(GROUPS, groups.isEmpty() ? List.of(vpc.defaultSecurityGroupId()) : groups)
            .with("prefix_list_id", Value.ofNull())
            .with("cidr_blocks", new ListValue(List.of()))
            .withTextSet("route_table_ids", List.of())
            .with("ip_address_type", "ipv4")
            .with("dns_options", new ListValue(List.of(dnsOptions())))
            .with("policy", planned.nonEmptyText("policy").orElse(OPEN)));
  }

  private static ObjectValue dnsOptions() {
    return new ObjectValue(
        Map.of(
            "dns_record_ip_type",
            Value.of("ipv4"),
            "private_dns_only_for_inbound_resolver_endpoint",
            Value.of(false)));
  }

  /**
   * Decides addresses: a subnet that stays keeps its own, a new one gets that of its configuration
   * or the first that is free.
   */
  ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    Map<String, String> kept = addresses(prior);
    Map<String, String> wanted = addresses(planned);
    List<String> subnets = planned.texts(SUBNETS);
    if (subnets.isEmpty()) {
      subnets = List.copyOf(wanted.keySet());
    }
    if (subnets.isEmpty()) {
      throw new AwsException(
          "InvalidParameter", 400, "An interface endpoint needs a subnet (subnet_ids)");
    }
    for (String configured : wanted.keySet()) {
      if (!subnets.contains(configured)) {
        throw new AwsException(
            "InvalidParameter",
            400,
            "Subnet " + configured + " of subnet_configuration is not among subnet_ids");
      }
    }
    List<Attachment> attachments = new ArrayList<>();
    for (String subnetId : subnets) {
      attachments.add(attach(context, planned, subnetId, kept, wanted));
    }
    return decided(context, planned, attachments);
  }

  private Attachment attach(
      Context context,
      ObjectValue planned,
      String subnetId,
      Map<String, String> kept,
      Map<String, String> wanted) {
    Scope scope = context.scope();
    Ec2Record.Subnet subnet = ec2.checks().subnet(scope, subnetId);
    if (!subnet.vpcId().equals(planned.text("vpc_id"))) {
      throw new AwsException(
          "InvalidSubnet",
          400,
          "Subnet " + subnetId + " does not belong to VPC " + planned.text("vpc_id"));
    }
    Optional<String> before = Optional.ofNullable(kept.get(subnetId));
    Optional<String> asked = Optional.ofNullable(wanted.get(subnetId));
    Ipv4 address;
    if (before.isPresent() && (asked.isEmpty() || asked.equals(before))) {
      address = Ipv4.parse(before.get());
    } else if (asked.isPresent()) {
      address = Ipv4.parse(asked.get());
      ec2.reserve(scope, subnetId, address);
    } else {
      address = ec2.reserve(scope, subnetId);
    }
    return new Attachment(
        subnetId,
        subnet.availabilityZone(),
        interfaceId(planned.text("id"), subnetId, address),
        address);
  }

  /** One interface for endpoint, subnet and address: it lives as long as these stay together. */
  private static String interfaceId(String endpointId, String subnetId, Ipv4 address) {
    return new Ids(endpointId + " " + subnetId + " " + address).ec2("eni");
  }

  private ObjectValue decided(Context context, ObjectValue planned, List<Attachment> attachments) {
    InterfaceEndpoint endpoint = endpoint(context.scope(), planned, attachments, Optional.empty());
    String region = context.region().name();
    String zone =
        EndpointZones.of(context.region()).orElseGet(() -> new Ids("vpce " + region).zone());
    List<Value> names = new ArrayList<>();
    endpoint
        .dnsNames()
        .forEach(name ->
            names.add(
                new ObjectValue(
                    Map.of("dns_name", Value.of(name), "hosted_zone_id", Value.of(zone)))));
    if (endpoint.privateDns()) {
      checkPrivateDns(context, endpoint);
    }
    return planned
        .withTextSet(SUBNETS, attachments.stream().map(Attachment::subnetId).toList())
        .withTextSet(
            "network_interface_ids", attachments.stream().map(Attachment::interfaceId).toList())
        .with(CONFIGURATION, configuration(attachments))
        .with("dns_entry", new ListValue(names));
  }

  /** Refuses what EC2 refuses of private DNS: a VPC without DNS, and a name that is taken. */
  private void checkPrivateDns(Context context, InterfaceEndpoint endpoint) {
    Ec2Record.Vpc vpc = ec2.checks().vpc(context.scope(), endpoint.vpcId());
    if (!vpc.dnsSupport() || !vpc.dnsHostnames()) {
      throw new AwsException(
          "InvalidParameter",
          400,
          "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC"
              + " attributes set to true for "
              + endpoint.vpcId());
    }
    if (privateLink.isPrivateNameTaken(endpoint)) {
      throw new AwsException(
          "InvalidParameter",
          400,
          "private-dns-enabled cannot be set because there is already a conflicting DNS domain for "
              + endpoint.privateName()
              + " in the VPC "
              + endpoint.vpcId());
    }
  }

  private static Value configuration(List<Attachment> attachments) {
    List<Value> blocks = new ArrayList<>();
    for (Attachment attachment : attachments) {
      blocks.add(
          new ObjectValue(
              Map.of(
                  "subnet_id",
                  Value.of(attachment.subnetId()),
                  "ipv4",
                  Value.of(attachment.address().toString()),
                  "ipv6",
                  Value.of(""))));
    }
    return new SetValue(blocks);
  }

  private static Map<String, String> addresses(ObjectValue state) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (ObjectValue block : state.blocks(CONFIGURATION)) {
      block
          .nonEmptyText("ipv4")
          .ifPresent(address -> addresses.put(block.text("subnet_id"), address));
    }
    return addresses;
  }

  void apply(Scope scope, ObjectValue state, Optional<AttachedPolicy> policy) {
    Map<String, String> addresses = addresses(state);
    List<Attachment> attachments = new ArrayList<>();
    addresses.forEach((subnetId, text) -> {
      Ipv4 address = Ipv4.parse(text);
      String zone =
          ec2.find(Ec2Record.Subnet.class, scope, subnetId)
              .map(Ec2Record.Subnet::availabilityZone)
              .orElse("");
      attachments.add(
          new Attachment(
              subnetId, zone, interfaceId(state.text("id"), subnetId, address), address));
    });
    InterfaceEndpoint endpoint = endpoint(scope, state, attachments, policy);
    removeInterfaces(scope, endpoint.id(), attachments);
    for (Attachment attachment : attachments) {
      ec2.put(card(scope, endpoint, attachment, state.texts(GROUPS)));
    }
    privateLink.put(endpoint);
  }

  void remove(Scope scope, ObjectValue state) {
    removeInterfaces(scope, state.text("id"), List.of());
    privateLink.remove(scope, state.text("id"));
  }

  private void removeInterfaces(Scope scope, String endpointId, List<Attachment> kept) {
    List<String> ids = kept.stream().map(Attachment::interfaceId).toList();
    privateLink
        .interfaceEndpoint(scope, endpointId)
        .ifPresent(before ->
            before.attachments().stream()
                .map(Attachment::interfaceId)
                .filter(id -> !ids.contains(id))
                .forEach(id -> ec2.remove(scope, id)));
  }

  private static InterfaceEndpoint endpoint(
      Scope scope,
      ObjectValue state,
      List<Attachment> attachments,
      Optional<AttachedPolicy> policy) {
    String id = state.text("id");
    return new InterfaceEndpoint(
        scope,
        id,
        state.text("vpc_id"),
        state.text("service_name"),
        attachments,
        new Ids(id).lower(8),
        state.flag("private_dns_enabled"),
        policy);
  }

  private static Ec2Record card(
      Scope scope, InterfaceEndpoint endpoint, Attachment attachment, List<String> groups) {
    return new Ec2Record.NetworkInterface(
        scope,
        new NetworkInterface(
                attachment.interfaceId(),
                endpoint.vpcId(),
                attachment.subnetId(),
                attachment.address(),
                groups,
                "VPC Endpoint Interface " + endpoint.id())
            .tracked(),
        InterfaceOwner.VPC_ENDPOINT,
        endpoint.id());
  }
}
