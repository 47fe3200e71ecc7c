package dev.skybridge.services.route53;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.dns.Zone;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.TagSource.TaggedResource;
import dev.skybridge.services.api.TestingEndpoint;
import dev.skybridge.services.route53.ZoneRecord.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Route 53 as a client sees it. */
class Route53ApiTest {
  private static final Region REGION = new Region(TestingEndpoint.REGION);
  private static final Scope SCOPE = new Scope(TestingEndpoint.ACCOUNT, REGION);
  private static final AccountId OTHER = new AccountId("444455556666");

  private final Route53 route53 = new Route53(new NoResolvers());
  private TestingEndpoint endpoint;

  @BeforeEach
  void start() {
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("Name", "shop");
    endpoint =
        new TestingEndpoint(
            new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z")),
            _ -> Optional.empty(),
            List.of(
                Route53Api.service(
                    route53,
                    vpcId -> vpcId.equals("vpc-1") ? Optional.of(SCOPE) : Optional.empty(),
                    _ -> List.of(new TaggedResource(REGION, "Z1", "", tags)))));
    route53.put(
        new HostedZone(
            TestingEndpoint.ACCOUNT, "Z1", "shop.example", Set.of("vpc-1"), "for the shop"));
    route53.put(
        new HostedZone(TestingEndpoint.ACCOUNT, "Z2", "a.example.org", Set.of("vpc-1"), ""));
    route53.put(new HostedZone(OTHER, "Z3", "other.example", Set.of("vpc-1"), ""));
    route53.put(
        new ZoneRecord(
            "Z1", "www.shop.example", new Content.A(60, List.of(Ipv4.parse("10.0.0.1")))));
    route53.put(
        new ZoneRecord("Z1", "*.shop.example", new Content.Alias("LB.Example.", "ZALB", true)));
    route53.put(new ZoneRecord("Z1", "a.b.shop.example", new Content.Txt(30, List.of("tea"))));
    route53.authorize(new ZoneAssociation("Z1", "vpc-9"));
  }

  @Test
  void zonesAreThoseOfTheAccountInPages() throws Exception {
    String first = answer("/hostedzone?maxitems=1");
    assertThat(first)
        .contains(
            "<HostedZone><Id>/hostedzone/Z1</Id><Name>shop.example.</Name>"
                + "<Config><Comment>for the shop</Comment><PrivateZone>true</PrivateZone></Config>"
                + "<ResourceRecordSetCount>5</ResourceRecordSetCount></HostedZone>",
            "<IsTruncated>true</IsTruncated><NextMarker>Z2</NextMarker><MaxItems>1</MaxItems>");
    assertThat(answer("/hostedzone?maxitems=1&marker=Z2"))
        .contains("/hostedzone/Z2", "<IsTruncated>false</IsTruncated>")
        .doesNotContain("Z3");
    assertThat(answer("/hostedzonecount")).contains("<HostedZoneCount>2</HostedZoneCount>");
  }

  @Test
  void zonesByNameComeByTheirLabelsFromTheLast() throws Exception {
    assertThat(answer("/hostedzonesbyname")).containsSubsequence("shop.example.", "a.example.org.");
    assertThat(answer("/hostedzonesbyname?dnsname=a.example.org"))
        .contains("<DNSName>a.example.org.</DNSName>")
        .doesNotContain("shop.example.");
  }

  @Test
  void theZonesOfAVpcAreOfAllAccounts() throws Exception {
    assertThat(answer("/hostedzonesbyvpc?vpcid=vpc-1&vpcregion=eu-central-1"))
        .contains(
            "<HostedZoneSummary><HostedZoneId>Z3</HostedZoneId><Name>other.example.</Name>"
                + "<Owner><OwningAccount>444455556666</OwningAccount></Owner>");
    assertThat(text(get("/hostedzonesbyvpc?vpcid=vpc-2&vpcregion=eu-central-1")))
        .contains("<Code>InvalidVPCId</Code>");
  }

  @Test
  void aZoneTellsItsVpcsItsNameServersAndItsTags() throws Exception {
    assertThat(answer("/hostedzone/Z1"))
        .contains(
            "<NameServer>ns-0.awsdns-00.com</NameServer>",
            "<VPCs><VPC><VPCRegion>eu-central-1</VPCRegion><VPCId>vpc-1</VPCId></VPC></VPCs>");
    assertThat(answer("/hostedzone/Z1/authorizevpcassociation"))
        .contains("<VPCs><VPC><VPCId>vpc-9</VPCId></VPC></VPCs>");
    assertThat(answer("/tags/hostedzone/Z1"))
        .contains("<Tags><Tag><Key>Name</Key><Value>shop</Value></Tag></Tags>");
  }

  @Test
  void recordsComeByTheirLabelsFromTheLast() throws Exception {
    String all = answer("/hostedzone/Z1/rrset");
    assertThat(all)
        .containsSubsequence(
            "<Type>NS</Type><TTL>172800</TTL>",
            "<Type>SOA</Type>",
            "<Name>\\052.shop.example.</Name><Type>A</Type><AliasTarget>"
                + "<HostedZoneId>ZALB</HostedZoneId><DNSName>lb.example.</DNSName>"
                + "<EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget>",
            "<Name>a.b.shop.example.</Name><Type>TXT</Type>",
            "<Value>&quot;tea&quot;</Value>",
            "<Name>www.shop.example.</Name><Type>A</Type><TTL>60</TTL>",
            "<Value>10.0.0.1</Value>");
    String first = answer("/hostedzone/Z1/rrset?maxitems=2");
    assertThat(first)
        .contains(
            "<NextRecordName>\\052.shop.example.</NextRecordName>"
                + "<NextRecordType>A</NextRecordType>");
    assertThat(answer("/hostedzone/Z1/rrset?maxitems=2&type=A&name=%5C052.shop.example."))
        .contains("\\052.shop.example.", "a.b.shop.example.")
        .doesNotContain("<Type>SOA</Type>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/hostedzone/Z9|404|NoSuchHostedZone|No hosted zone found with ID: Z9",
        "/hostedzone/Z3|404|NoSuchHostedZone|No hosted zone found with ID: Z3",
        "/hostedzone/Z1/rrset?type=A|400|InvalidInput|The type parameter needs the name parameter.",
        "/healthcheck|400|InvalidAction|The operation GET /2013-04-01/healthcheck is not served here.",
      })
  void whatIsWrongIsRefusedByName(String path, int status, String code, String message)
      throws Exception {
    HttpResponse response = get(path);
    assertThat(response.status()).isEqualTo(status);
    assertThat(text(response))
        .contains("<Code>" + code + "</Code><Message>" + message + "</Message>");
  }

  @Test
  void everyCallIsJudgedOnItsZone() throws Exception {
    endpoint.rights = "route53:List*";
    HttpResponse refused = get("/hostedzone/Z1");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(text(refused)).contains("route53:GetHostedZone", "arn:aws:route53:::hostedzone/Z1");
  }

  private String answer(String path) throws Exception {
    HttpResponse response = get(path);
    assertThat(response.status()).as(text(response)).isEqualTo(200);
    return text(response);
  }

  private HttpResponse get(String path) throws Exception {
    return endpoint.rest("route53", "GET", "/2013-04-01" + path, Map.of(), "");
  }

  private static String text(HttpResponse response) {
    return new String(response.body(), UTF_8);
  }

  private static final class NoResolvers implements Resolvers {
    @Override
    public void zones(String vpcId, List<Zone> zones) {}

    @Override
    public boolean isManaged(String vpcId, String name) {
      return false;
    }

    @Override
    public boolean isName(String dnsName) {
      return true;
    }
  }
}
