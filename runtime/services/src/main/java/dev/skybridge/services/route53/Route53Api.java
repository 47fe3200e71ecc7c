package dev.skybridge.services.route53;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.RestXmlProtocol;
import dev.skybridge.services.api.TagSource;
import java.util.List;

/**
 * The API of Route 53: what reads private zones. The service is global: AWS's clients sign for
 * {@code us-east-1}, and the answer is the same in every Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations.html">Actions of
 *     Route 53</a>
 */
public final class Route53Api {
  private static final String ROOT = "/2013-04-01/";

  private Route53Api() {}

  /**
   * The operations that read zones and their records.
   *
   * @param vpcs where the VPCs of zones are
   * @param tags the zones' tags
   */
  public static ApiService service(Route53 route53, Vpcs vpcs, TagSource tags) {
    ZoneCalls zones = new ZoneCalls(route53, vpcs, tags);
    ZoneListings listings = new ZoneListings(route53, vpcs);
    RecordCalls records = new RecordCalls(route53);
    String zone = ROOT + "hostedzone/{Id}";
    return new ApiService(
        "route53",
        new RestXmlProtocol("https://route53.amazonaws.com/doc/2013-04-01/"),
        List.of(
            ApiOperation.at("GET", ROOT + "hostedzone", "ListHostedZones", listings::all),
            ApiOperation.at(
                "GET", ROOT + "hostedzonesbyname", "ListHostedZonesByName", listings::byName),
            ApiOperation.at(
                "GET", ROOT + "hostedzonesbyvpc", "ListHostedZonesByVPC", listings::byVpc),
            ApiOperation.at("GET", ROOT + "hostedzonecount", "GetHostedZoneCount", zones::count),
            ApiOperation.at("GET", zone, "GetHostedZone", zones::zone),
            ApiOperation.at("GET", zone + "/rrset", "ListResourceRecordSets", records::list),
            ApiOperation.at(
                "GET",
                zone + "/authorizevpcassociation",
                "ListVPCAssociationAuthorizations",
                zones::authorizations),
            ApiOperation.at(
                "GET",
                ROOT + "tags/{ResourceType}/{ResourceId}",
                "ListTagsForResource",
                zones::tags)));
  }
}
