package dev.skybridge.services.route53;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.dns.Zone;
import dev.skybridge.policy.Arn;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import dev.skybridge.services.api.TagSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The operations that read one zone. */
final class ZoneCalls {
  private static final int PAGE = 50;

  private final Route53 route53;
  private final Vpcs vpcs;
  private final TagSource tags;

  ZoneCalls(Route53 route53, Vpcs vpcs, TagSource tags) {
    this.route53 = requireNonNull(route53);
    this.vpcs = requireNonNull(vpcs);
    this.tags = requireNonNull(tags);
  }

  /** The zone that a call names, once it may be read. */
  static HostedZone authorized(ApiCall call, Route53 route53, String operation, String id) {
    Arn arn = new Arn(call.scope().region().partition(), "route53", "", "", "hostedzone/" + id);
    call.authorize("route53:" + operation, arn.toString());
    return route53.ownZone(id, call.scope().account());
  }

  ApiAnswer zone(ApiCall call) {
    HostedZone zone = authorized(call, route53, "GetHostedZone", call.input().text("Id"));
    List<Output> servers = new ArrayList<>();
    Zone.NAME_SERVERS.forEach(name -> servers.add(new Output.Text(name)));
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("HostedZone", ZoneText.zone(zone, RecordCalls.count(route53, zone)))
            .put(
                "DelegationSet",
                Output.Structure.builder()
                    .put("NameServers", new Output.Items("NameServer", servers)))
            .put("VPCs", written(route53.vpcs(zone.id())))
            .build());
  }

  ApiAnswer count(ApiCall call) {
    call.authorize("route53:GetHostedZoneCount", "*");
    long count =
        route53.zones().stream()
            .filter(zone -> zone.account().equals(call.scope().account()))
            .count();
    return ApiAnswer.of(Output.Structure.builder().put("HostedZoneCount", count).build());
  }

  ApiAnswer authorizations(ApiCall call) {
    HostedZone zone =
        authorized(call, route53, "ListVPCAssociationAuthorizations", call.input().text("Id"));
    Page<String> page =
        Page.of(
            route53.authorizedVpcs(zone.id()).stream().sorted().toList(),
            vpcId -> vpcId,
            call.input().find("nexttoken"),
            call.input().whole("maxresults", 1, PAGE, PAGE),
            () ->
                new AwsException(
                    "InvalidPaginationToken", 400, "The pagination token is not valid."));
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("HostedZoneId", zone.id())
            .put("VPCs", written(page.items()))
            .putIf("NextToken", page.next())
            .build());
  }

  ApiAnswer tags(ApiCall call) {
    String type = call.input().text("ResourceType");
    String id = call.input().text("ResourceId");
    if (!type.equals("hostedzone")) {
      throw new AwsException("NoSuchHealthCheck", 404, "There is no health check " + id + " here.");
    }
    HostedZone zone = authorized(call, route53, "ListTagsForResource", id);
    List<Output> written = new ArrayList<>();
    tags.of(zone.account(), id)
        .forEach((key, value) ->
            written.add(Output.Structure.builder().put("Key", key).put("Value", value).build()));
    return ApiAnswer.of(
        Output.Structure.builder()
            .put(
                "ResourceTagSet",
                Output.Structure.builder()
                    .put("ResourceType", type)
                    .put("ResourceId", id)
                    .put("Tags", new Output.Items("Tag", written)))
            .build());
  }

  private Output.Items written(Collection<String> vpcIds) {
    List<Output> written = new ArrayList<>();
    for (String vpcId : vpcIds) {
      Optional<String> region = vpcs.find(vpcId).map(scope -> scope.region().name());
      written.add(
          Output.Structure.builder().putIf("VPCRegion", region).put("VPCId", vpcId).build());
    }
    return new Output.Items("VPC", written);
  }
}
