package dev.skybridge.services.privatelink;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.PageSize;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.privatelink.InterfaceEndpoint.Attachment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What describes VPC endpoints and their services: a part of EC2's API. */
public final class EndpointOperations {
  private static final Ids IDS =
      new Ids(
          "VpcEndpointId",
          "vpce",
          "Vpc Endpoint Id",
          "InvalidVpcEndpointId.NotFound",
          "InvalidVpcEndpointId.Malformed");

  private static final PageSize PAGES = new PageSize(1, 1000, true);
  private static final String INVALID_FILTER = "InvalidFilter";

  /** An endpoint of either kind. */
  private record Item(Scope scope, String id, String vpcId, String serviceName, Kind kind) {
    String type() {
      return switch (kind) {
        case Kind.Interface _ -> "Interface";
        case Kind.Gateway _ -> "Gateway";
      };
    }
  }

  private sealed interface Kind {
    record Interface(InterfaceEndpoint endpoint) implements Kind {}

    record Gateway(GatewayEndpoint endpoint) implements Kind {}
  }

  private final PrivateLink privateLink;
  private final EndpointGroups groups;

  private EndpointOperations(PrivateLink privateLink, EndpointGroups groups) {
    this.privateLink = requireNonNull(privateLink);
    this.groups = requireNonNull(groups);
  }

  /** The operations, for EC2's API. */
  public static List<ApiOperation> all(
      PrivateLink privateLink, EndpointGroups groups, TagSource tags) {
    EndpointOperations endpoints = new EndpointOperations(privateLink, groups);
    return List.of(
        Describe.of("DescribeVpcEndpoints", "vpcEndpointSet", Item::id)
            .ids(IDS)
            .tags(tags)
            .pages(PAGES)
            .refusesFiltersWith(INVALID_FILTER)
            .filter("vpc-endpoint-id", Item::id)
            .filter("vpc-endpoint-type", Item::type)
            .filter("vpc-endpoint-state", _ -> "available")
            .filter("service-name", Item::serviceName)
            .filter("service-region", item -> item.scope().region().name())
            .filter("ip-address-type", _ -> "ipv4")
            .filter("vpc-id", Item::vpcId)
            .over(endpoints::items, endpoints::write),
        EndpointServices.operation());
  }

  private List<Item> items(Scope scope) {
    Stream<Item> interfaces =
        privateLink.interfaceEndpoints().stream()
            .map(endpoint ->
                new Item(
                    endpoint.scope(),
                    endpoint.id(),
                    endpoint.vpcId(),
                    endpoint.serviceName(),
                    new Kind.Interface(endpoint)));
    Stream<Item> gateways =
        privateLink.gatewayEndpoints().stream()
            .map(endpoint ->
                new Item(
                    endpoint.scope(),
                    endpoint.id(),
                    endpoint.vpcId(),
                    endpoint.serviceName(),
                    new Kind.Gateway(endpoint)));
    return Stream.concat(interfaces, gateways).filter(item -> item.scope().equals(scope)).toList();
  }

  private Output write(Item item, Map<String, String> tags) {
    Output.Builder written =
        Output.Structure.builder()
            .put("vpcEndpointId", item.id())
            .put("vpcEndpointType", item.type())
            .put("vpcId", item.vpcId())
            .put("serviceName", item.serviceName())
            .put("state", "available")
            .put("ownerId", item.scope().account().value())
            .put("requesterManaged", false)
            .put("tagSet", TagSet.of(tags));
    switch (item.kind()) {
      case Kind.Interface(InterfaceEndpoint endpoint) -> write(endpoint, written);
      case Kind.Gateway(GatewayEndpoint endpoint) ->
          written
              .putIf("policyDocument", endpoint.policy().map(policy -> policy.policy().toString()))
              .texts("routeTableIdSet", endpoint.routeTableIds())
              .put("privateDnsEnabled", false)
              .texts("subnetIdSet", List.of())
              .structures("groupSet", List.of())
              .texts("networkInterfaceIdSet", List.of())
              .structures("dnsEntrySet", List.of());
    }
    return written.build();
  }

  private void write(InterfaceEndpoint endpoint, Output.Builder written) {
    List<Attachment> attachments = endpoint.attachments();
    Map<String, String> own = new LinkedHashMap<>();
    attachments.forEach(each -> own.putAll(groups.of(endpoint.scope(), each.interfaceId())));
    List<Output.Structure> groupSet = new ArrayList<>();
    own.forEach((id, name) ->
        groupSet.add(Output.Structure.builder().put("groupId", id).put("groupName", name).build()));
    written
        .putIf("policyDocument", endpoint.policy().map(policy -> policy.policy().toString()))
        .texts("routeTableIdSet", List.of())
        .texts("subnetIdSet", attachments.stream().map(Attachment::subnetId).toList())
        .structures("groupSet", groupSet)
        .put("ipAddressType", "ipv4")
        .put("dnsOptions", Output.Structure.builder().put("dnsRecordIpType", "ipv4"))
        .put("privateDnsEnabled", endpoint.privateDns())
        .texts("networkInterfaceIdSet", attachments.stream().map(Attachment::interfaceId).toList())
        .structures(
            "dnsEntrySet",
            endpoint.dnsNames().stream()
                .map(name ->
                    Output.Structure.builder()
                        .put("dnsName", name)
                        .putIf("hostedZoneId", EndpointZones.of(endpoint.scope().region()))
                        .build())
                .toList());
  }
}
