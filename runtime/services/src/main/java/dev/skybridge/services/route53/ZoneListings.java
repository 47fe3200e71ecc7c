package dev.skybridge.services.route53;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operations that list zones. */
final class ZoneListings {
  private static final int PAGE = 100;

  private final Route53 route53;
  private final Vpcs vpcs;

  ZoneListings(Route53 route53, Vpcs vpcs) {
    this.route53 = requireNonNull(route53);
    this.vpcs = requireNonNull(vpcs);
  }

  ApiAnswer all(ApiCall call) {
    call.authorize("route53:ListHostedZones", "*");
    Input input = call.input();
    input.refuse("delegationsetid");
    String marker = input.find("marker").orElse("");
    List<HostedZone> own = own(call).stream().sorted(Comparator.comparing(HostedZone::id)).toList();
    if (!marker.isEmpty() && own.stream().noneMatch(zone -> zone.id().equals(marker))) {
      throw noZone(marker);
    }
    Slice<HostedZone> slice = Slice.of(input, own, zone -> zone.id().compareTo(marker) < 0, PAGE);
    Output.Builder written = Output.Structure.builder().put("HostedZones", zones(slice.items()));
    if (!marker.isEmpty()) {
      written.put("Marker", marker);
    }
    return ApiAnswer.of(
        written
            .put("IsTruncated", slice.next().isPresent())
            .putIf("NextMarker", slice.next().map(HostedZone::id))
            .put("MaxItems", Integer.toString(slice.size()))
            .build());
  }

  ApiAnswer byName(ApiCall call) {
    call.authorize("route53:ListHostedZonesByName", "*");
    Input input = call.input();
    Optional<String> name = input.find("dnsname").map(ZoneRecord::canonical);
    Optional<String> id = input.find("hostedzoneid");
    if (id.isPresent() && name.isEmpty()) {
      throw input.invalid("The HostedZoneId parameter needs the DNSName parameter.");
    }
    List<HostedZone> own =
        own(call).stream().sorted(Comparator.comparing(ZoneListings::order)).toList();
    String from = name.map(text -> ZoneText.order(text) + " " + id.orElse("")).orElse("");
    Slice<HostedZone> slice = Slice.of(input, own, zone -> order(zone).compareTo(from) < 0, PAGE);
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("HostedZones", zones(slice.items()))
            .putIf("DNSName", name.map(ZoneText::name))
            .putIf("HostedZoneId", id)
            .put("IsTruncated", slice.next().isPresent())
            .putIf("NextDNSName", slice.next().map(zone -> ZoneText.name(zone.name())))
            .putIf("NextHostedZoneId", slice.next().map(HostedZone::id))
            .put("MaxItems", Integer.toString(slice.size()))
            .build());
  }

  /** Lists the zones of a VPC, of whatever account; asked by the VPC's own. */
  ApiAnswer byVpc(ApiCall call) {
    call.authorize("route53:ListHostedZonesByVPC", "*");
    Input input = call.input();
    String vpcId = input.text("vpcid");
    String region = input.text("vpcregion");
    Optional<Scope> place = vpcs.find(vpcId);
    if (place.isEmpty()
        || !place.get().account().equals(call.scope().account())
        || !place.get().region().name().equals(region)) {
      throw new AwsException(
          "InvalidVPCId",
          400,
          "The VPC ID that you specified either isn't a valid ID or the current account is not"
              + " authorized to access this VPC.");
    }
    List<HostedZone> zones =
        route53.zones().stream()
            .filter(zone -> route53.vpcs(zone.id()).contains(vpcId))
            .sorted(Comparator.comparing(HostedZone::id))
            .toList();
    String from = input.find("nexttoken").orElse("");
    Slice<HostedZone> slice = Slice.of(input, zones, zone -> zone.id().compareTo(from) < 0, PAGE);
    return ApiAnswer.of(
        Output.Structure.builder()
            .put(
                "HostedZoneSummaries",
                new Output.Items(
                    "HostedZoneSummary",
                    slice.items().stream().map(ZoneListings::summary).toList()))
            .put("MaxItems", Integer.toString(slice.size()))
            .putIf("NextToken", slice.next().map(HostedZone::id))
            .build());
  }

  private static Output summary(HostedZone zone) {
    return Output.Structure.builder()
        .put("HostedZoneId", zone.id())
        .put("Name", ZoneText.name(zone.name()))
        .put("Owner", Output.Structure.builder().put("OwningAccount", zone.account().value()))
        .build();
  }

  private Output.Items zones(List<HostedZone> zones) {
    return new Output.Items(
        "HostedZone",
        zones.stream()
            .<Output>map(zone -> ZoneText.zone(zone, RecordCalls.count(route53, zone)))
            .toList());
  }

  private List<HostedZone> own(ApiCall call) {
    return route53.zones().stream()
        .filter(zone -> zone.account().equals(call.scope().account()))
        .toList();
  }

  private static String order(HostedZone zone) {
    return ZoneText.order(zone.name()) + " " + zone.id();
  }

  private static AwsException noZone(String id) {
    return new AwsException("NoSuchHostedZone", 404, "No hosted zone found with ID: " + id);
  }
}
