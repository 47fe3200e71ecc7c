package dev.skybridge.services.ec2;

import dev.skybridge.policy.Region;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import java.util.List;
import java.util.stream.Stream;

/** Describes Regions and Availability Zones. */
final class RegionOperations {
  /**
   * The Regions that every account has from the start.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS
   *     Regions</a>
   */
  private static final List<Region> REGIONS =
      Stream.of(
              "ap-northeast-1",
              "ap-northeast-2",
              "ap-northeast-3",
              "ap-south-1",
              "ap-southeast-1",
              "ap-southeast-2",
              "ca-central-1",
              "eu-central-1",
              "eu-north-1",
              "eu-west-1",
              "eu-west-2",
              "eu-west-3",
              "sa-east-1",
              "us-east-1",
              "us-east-2",
              "us-west-1",
              "us-west-2")
          .map(Region::new)
          .toList();

  private static final String OPT_IN = "opt-in-not-required";

  private record Zone(Region region, String name) {
    String id() {
      return new Zones(region).id(name);
    }
  }

  private RegionOperations() {}

  static List<ApiOperation> all() {
    return List.of(
        Describe.of("DescribeRegions", "regionInfo", Region::name)
            .ids(ids("RegionName", "region"))
            .ignores("AllRegions")
            .filter("region-name", Region::name)
            .filter("endpoint", RegionOperations::endpoint)
            .filter("opt-in-status", _ -> OPT_IN)
            .over(_ -> REGIONS, (region, _) -> region(region)),
        Describe.of("DescribeAvailabilityZones", "availabilityZoneInfo", Zone::name)
            .ids(ids("ZoneName", "availability zone"))
            .ignores("AllAvailabilityZones")
            .filter("zone-name", Zone::name)
            .filter("zone-id", Zone::id)
            .filter("zone-type", _ -> "availability-zone")
            .filter("region-name", zone -> zone.region().name())
            .filter("state", _ -> "available")
            .filter("opt-in-status", _ -> OPT_IN)
            .over(
                scope ->
                    new Zones(scope.region())
                        .names().stream().map(name -> new Zone(scope.region(), name)).toList(),
                (zone, _) -> zone(zone)));
  }

  private static Ids ids(String parameter, String noun) {
    return new Ids(parameter, "", noun, "InvalidParameterValue", "InvalidParameterValue");
  }

  private static String endpoint(Region region) {
    return "ec2." + region.name() + "." + region.dnsSuffix();
  }

  private static Output region(Region region) {
    return Output.Structure.builder()
        .put("regionName", region.name())
        .put("regionEndpoint", endpoint(region))
        .put("optInStatus", OPT_IN)
        .build();
  }

  private static Output zone(Zone zone) {
    return Output.Structure.builder()
        .put("zoneName", zone.name())
        .put("zoneId", zone.id())
        .put("zoneState", "available")
        .put("zoneType", "availability-zone")
        .put("regionName", zone.region().name())
        .put("networkBorderGroup", zone.region().name())
        .put("optInStatus", OPT_IN)
        .structures("messageSet", List.of())
        .build();
  }
}
