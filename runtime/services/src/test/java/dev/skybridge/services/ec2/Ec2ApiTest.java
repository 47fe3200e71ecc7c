package dev.skybridge.services.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.Place;
import dev.skybridge.network.Route;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.TagSource.TaggedResource;
import dev.skybridge.services.api.TestingEndpoint;
import dev.skybridge.services.ec2.Ec2Record.Instance;
import dev.skybridge.services.ec2.Ec2Record.InternetGateway;
import dev.skybridge.services.ec2.Ec2Record.RouteTable;
import dev.skybridge.services.ec2.Ec2Record.RouteTableAssociation;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroup;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroupRule;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import dev.skybridge.services.ec2.Ec2Record.TableRoute;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EC2 as a client sees it. */
class Ec2ApiTest {
  private static final Region REGION = new Region(TestingEndpoint.REGION);
  private static final Scope SCOPE = new Scope(TestingEndpoint.ACCOUNT, REGION);
  private static final String ZEROS = "0000000000000000";
  private static final String VPC = "vpc-" + ZEROS + "1";

  private final List<TaggedResource> tags = new ArrayList<>();
  private final Ec2 ec2 = new Ec2(_ -> {});
  private TestingEndpoint endpoint;

  @BeforeEach
  void start() {
    TagSource source = _ -> tags;
    endpoint =
        new TestingEndpoint(
            new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z")),
            _ -> Optional.empty(),
            List.of(Ec2Api.service(ec2, source, List.of())));
    for (int i = 1; i <= 7; i++) {
      ec2.put(vpc(SCOPE, i));
    }
    ec2.put(vpc(new Scope(TestingEndpoint.ACCOUNT, new Region("us-east-1")), 8));
    subnet("a");
    subnet("b");
    ec2.put(new InternetGateway(SCOPE, id("igw", "1"), Optional.of(VPC)));
    ec2.put(new RouteTable(SCOPE, id("rtb", "a"), VPC));
    ec2.put(route("0.0.0.0/0", new Target.InternetGateway(id("igw", "1"))));
    ec2.put(route("10.9.0.0/16", new Target.Other(id("nat", "1"))));
    ec2.put(
        new RouteTableAssociation(SCOPE, id("rtbassoc", "1"), id("rtb", "a"), id("subnet", "a")));
    ec2.put(new SecurityGroup(SCOPE, id("sg", "a"), VPC, "door", "Lets people in", List.of()));
    rule("1", Direction.INGRESS, 443, new Place.Block(Cidr.parse("10.0.0.0/8")), "From home");
    rule("2", Direction.INGRESS, 443, new Place.Member(id("sg", "a")), "");
    rule("3", Direction.EGRESS, 53, new Place.Listed("pl-66a5400f"), "");
    ec2.put(
        new Ec2Record.NetworkInterface(
            SCOPE,
            new dev.skybridge.network.NetworkInterface(
                id("eni", "1"),
                VPC,
                id("subnet", "a"),
                Ipv4.parse("192.168.1.4"),
                List.of(id("sg", "a")),
                "Primary"),
            InterfaceOwner.INSTANCE,
            id("i", "1")));
    ec2.put(
        new Instance(
            SCOPE, id("i", "1"), id("eni", "1"), "ami-12345678", "t3.micro", Optional.of("arn:p")));
    tag(id("vpc", "2"), "Name", "shop");
    tag(id("vpc", "3"), "Name", "shed");
    tag(id("subnet", "a"), "Tier", "public");
  }

  @Test
  void vpcsAreThoseOfAccountAndRegion() throws Exception {
    String all = answer("DescribeVpcs", "");
    assertThat(values(all, "vpcId")).hasSize(7).doesNotContain(id("vpc", "8"));
    assertThat(all)
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DescribeVpcsResponse xmlns=")
        .contains("<key>Name</key><value>shop</value>", "<isDefault>false</isDefault>");
  }

  @Test
  void filtersTakeWildcardsTagsAndSeveralValues() throws Exception {
    assertThat(ids("tag:Name", "sh?p")).containsExactly(id("vpc", "2"));
    assertThat(ids("tag:Name", "sh*")).containsExactly(id("vpc", "2"), id("vpc", "3"));
    assertThat(ids("tag-key", "Name")).hasSize(2);
    assertThat(ids("vpc-id", id("vpc", "4"), id("vpc", "5"))).hasSize(2);
    assertThat(ids("tag:Name", "sh\\\\*")).isEmpty();
    assertThat(
            values(
                answer(
                    "DescribeVpcs",
                    "&Filter.1.Name=tag-key&Filter.1.Value.1=Name&Filter.2.Name=vpc-id"
                        + "&Filter.2.Value.1="
                        + id("vpc", "3")),
                "vpcId"))
        .containsExactly(id("vpc", "3"));
  }

  @Test
  void aQuestionMarkStandsForOneCharacterOrNone() throws Exception {
    tag(id("vpc", "4"), "Name", "sho");
    assertThat(ids("tag:Name", "sho?")).containsExactly(id("vpc", "2"), id("vpc", "4"));
  }

  @Test
  void theWorkOfAFilterIsBounded() throws Exception {
    String filter = "&Filter.1.Name=vpc-id&Filter.1.Value.1=";
    assertThat(text(call("DescribeVpcs", filter + "*".repeat(1025))))
        .contains("A value of the filter 'vpc-id' is longer than 1024");
    StringBuilder many = new StringBuilder("&Filter.1.Name=vpc-id");
    for (int i = 1; i <= 201; i++) {
      many.append("&Filter.1.Value.").append(i).append("=a");
    }
    assertThat(text(call("DescribeVpcs", many.toString()))).contains("FilterLimitExceeded");
  }

  @Test
  void pagesFollowOneAnother() throws Exception {
    String first = answer("DescribeVpcs", "&MaxResults=5");
    String second =
        answer("DescribeVpcs", "&MaxResults=5&NextToken=" + values(first, "nextToken").getFirst());
    assertThat(values(first, "vpcId")).hasSize(5);
    assertThat(values(second, "vpcId")).containsExactly(id("vpc", "6"), id("vpc", "7"));
    assertThat(second).doesNotContain("nextToken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DescribeVpcs|&VpcId.1=vpc-12345678|InvalidVpcID.NotFound|The vpc ID 'vpc-12345678' does not exist",
        "DescribeVpcs|&VpcId.1=vpc-12345678&VpcId.2=vpc-12345679|InvalidVpcID.NotFound|The vpc IDs 'vpc-12345678, vpc-12345679' do not exist",
        "DescribeVpcs|&VpcId.1=tea|InvalidVpcID.Malformed|Invalid id: &quot;tea&quot; (expecting &quot;vpc-...&quot;)",
        "DescribeSecurityGroups|&GroupId.1=sg-12345678|InvalidGroup.NotFound|The security group 'sg-12345678' does not exist",
        "DescribeRouteTables|&RouteTableId.1=rtb-12345678|InvalidRouteTableID.NotFound|The routeTable ID 'rtb-12345678' does not exist",
        "DescribeVpcs|&Filter.1.Name=colour&Filter.1.Value.1=red|InvalidParameterValue|The filter 'colour' is invalid",
        "DescribeRegions|&Filter.1.Name=tag-key&Filter.1.Value.1=red|InvalidParameterValue|The filter 'tag-key' is invalid",
        "DescribeVpcs|&MaxResults=4|InvalidParameterValue|Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than or equal to 5.",
        "DescribeVpcs|&NextToken=tea|InvalidNextToken|The NextToken is not valid.",
        "DescribeVpcs|&Colour=red|UnknownParameter|The parameter Colour is not recognized",
        "DescribeVpcAttribute|&VpcId=vpc-12345678&Attribute=enableDnsSupport|InvalidVpcID.NotFound|The vpc ID 'vpc-12345678' does not exist",
        "RunInstances||InvalidAction|The action RunInstances is not valid for this web service.",
      })
  void whatIsWrongIsRefusedByName(String action, String parameters, String code, String message)
      throws Exception {
    HttpResponse response = call(action, parameters == null ? "" : parameters);
    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response))
        .contains("<Code>" + code + "</Code><Message>" + message + "</Message>");
  }

  @Test
  void everyCallIsJudgedAndTraced() throws Exception {
    endpoint.rights = "ec2:DescribeSubnets";
    HttpResponse refused = call("DescribeVpcs", "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(text(refused)).contains("<Code>UnauthorizedOperation</Code>", "ec2:DescribeVpcs");
    assertThat(endpoint.trace(refused).request()).isEqualTo("ec2 DescribeVpcs in eu-central-1");
    HttpResponse dry = call("DescribeSubnets", "&DryRun=true");
    assertThat(dry.status()).isEqualTo(412);
    assertThat(text(dry)).contains("DryRunOperation");
  }

  @Test
  void aSubnetTellsItsZoneAndItsFreeAddresses() throws Exception {
    String subnets = answer("DescribeSubnets", "&Filter.1.Name=tag:Tier&Filter.1.Value.1=public");
    assertThat(subnets)
        .contains(
            "<subnetId>" + id("subnet", "a") + "</subnetId>",
            "<availabilityZoneId>euc1-az1</availabilityZoneId>",
            "<availableIpAddressCount>250</availableIpAddressCount>");
    assertThat(values(subnets, "subnetId")).hasSize(1);
  }

  @Test
  void routesTellWhetherSomethingIsBehindThem() throws Exception {
    String table = answer("DescribeRouteTables", "&RouteTableId.1=" + id("rtb", "a"));
    assertThat(table)
        .contains(
            "<destinationCidrBlock>192.168.0.0/16</destinationCidrBlock>"
                + "<gatewayId>local</gatewayId><origin>CreateRouteTable</origin>"
                + "<state>active</state>",
            "<gatewayId>"
                + id("igw", "1")
                + "</gatewayId><origin>CreateRoute</origin><state>active</state>",
            "<natGatewayId>"
                + id("nat", "1")
                + "</natGatewayId><origin>CreateRoute</origin><state>blackhole</state>",
            "<routeTableAssociationId>" + id("rtbassoc", "1") + "</routeTableAssociationId>");
    assertThat(
            values(
                answer(
                    "DescribeRouteTables",
                    "&Filter.1.Name=association.main&Filter.1.Value.1=true"
                        + "&Filter.2.Name=vpc-id&Filter.2.Value.1="
                        + VPC),
                "vpcId"))
        .containsExactly(VPC);
  }

  @Test
  void groupsShowTheirRulesAsPermissionsAndOneByOne() throws Exception {
    assertThat(answer("DescribeSecurityGroups", "&GroupId.1=" + id("sg", "a")))
        .contains(
            "<groupDescription>Lets people in</groupDescription>",
            "<ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>443</fromPort>"
                + "<toPort>443</toPort><groups><item><userId>111122223333</userId><groupId>"
                + id("sg", "a")
                + "</groupId></item></groups><ipRanges><item><description>From home</description>"
                + "<cidrIp>10.0.0.0/8</cidrIp></item></ipRanges>",
            "<prefixListIds><item><prefixListId>pl-66a5400f</prefixListId></item>");
    assertThat(
            values(
                answer(
                    "DescribeSecurityGroups",
                    "&Filter.1.Name=egress.ip-permission.from-port&Filter.1.Value.1=53"),
                "groupName"))
        .containsExactly("door");
    assertThat(
            answer(
                "DescribeSecurityGroupRules",
                "&Filter.1.Name=group-id&Filter.1.Value.1=" + id("sg", "a")))
        .contains(
            "<isEgress>true</isEgress><ipProtocol>tcp</ipProtocol><fromPort>53</fromPort>",
            "<description>From home</description>",
            "<referencedGroupInfo><groupId>" + id("sg", "a"));
  }

  @Test
  void aDefaultAclAllowsEverythingButForItsLastRule() throws Exception {
    String acl = answer("DescribeNetworkAcls", "&Filter.1.Name=vpc-id&Filter.1.Value.1=" + VPC);
    assertThat(acl)
        .contains(
            "<default>true</default>",
            "<ruleNumber>100</ruleNumber><protocol>-1</protocol><ruleAction>allow</ruleAction>"
                + "<egress>false</egress>",
            "<ruleNumber>32767</ruleNumber><protocol>-1</protocol><ruleAction>deny</ruleAction>"
                + "<egress>true</egress>");
    assertThat(values(acl, "subnetId")).containsExactly(id("subnet", "a"), id("subnet", "b"));
  }

  @Test
  void anInstanceAndItsInterfaceAreDescribed() throws Exception {
    assertThat(
            answer(
                "DescribeInstances", "&Filter.1.Name=instance-state-name&Filter.1.Value.1=running"))
        .contains(
            "<reservationSet><item><ownerId>111122223333</ownerId>",
            "<imageId>ami-12345678</imageId><instanceType>t3.micro</instanceType>",
            "<privateDnsName>ip-192-168-1-4.eu-central-1.compute.internal</privateDnsName>",
            "<iamInstanceProfile><arn>arn:p</arn></iamInstanceProfile>");
    assertThat(
            answer(
                "DescribeNetworkInterfaces",
                "&Filter.1.Name=attachment.instance-id&Filter.1.Value.1=" + id("i", "1")))
        .contains(
            "<interfaceType>interface</interfaceType><requesterManaged>false</requesterManaged>",
            "<groupName>door</groupName>",
            "<status>attached</status>");
  }

  @Test
  void regionsZonesPrefixListsAndTagsAreListed() throws Exception {
    assertThat(values(answer("DescribeRegions", "&RegionName.1=eu-central-1"), "regionEndpoint"))
        .containsExactly("ec2.eu-central-1.amazonaws.com");
    assertThat(values(answer("DescribeAvailabilityZones", ""), "zoneName"))
        .containsExactly("eu-central-1a", "eu-central-1b", "eu-central-1c");
    assertThat(
            answer(
                "DescribeManagedPrefixLists",
                "&Filter.1.Name=prefix-list-name&Filter.1.Value.1=*dynamodb"))
        .contains(
            "<prefixListArn>arn:aws:ec2:eu-central-1:aws:prefix-list/pl-66a5400f</prefixListArn>");
    assertThat(answer("DescribePrefixLists", "&PrefixListId.1=pl-66a5400f"))
        .contains("<cidrSet><item>52.94.17.0/24</item>");
    assertThat(answer("DescribeTags", "&Filter.1.Name=resource-type&Filter.1.Value.1=subnet"))
        .contains("<resourceType>subnet</resourceType><key>Tier</key><value>public</value>");
    assertThat(answer("DescribeVpcAttribute", "&VpcId=" + VPC + "&Attribute=enableDnsHostnames"))
        .contains("<enableDnsHostnames><value>true</value></enableDnsHostnames>");
  }

  private List<String> ids(String filter, String... values) throws Exception {
    StringBuilder form = new StringBuilder("&Filter.1.Name=" + filter);
    for (int i = 0; i < values.length; i++) {
      form.append("&Filter.1.Value.")
          .append(i + 1)
          .append('=')
          .append(values[i].replace("?", "%3F"));
    }
    return values(answer("DescribeVpcs", form.toString()), "vpcId");
  }

  private String answer(String action, String parameters) throws Exception {
    HttpResponse response = call(action, parameters);
    assertThat(response.status()).as(text(response)).isEqualTo(200);
    return text(response);
  }

  private HttpResponse call(String action, String parameters) throws Exception {
    return endpoint.query("ec2", "Action=" + action + "&Version=2016-11-15" + parameters);
  }

  private static String text(HttpResponse response) {
    return new String(response.body(), UTF_8);
  }

  private static List<String> values(String xml, String element) {
    Matcher matcher = Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
    List<String> values = new ArrayList<>();
    while (matcher.find()) {
      values.add(matcher.group(1));
    }
    return values;
  }

  private void tag(String resource, String key, String value) {
    TreeMap<String, String> own = new TreeMap<>();
    own.put(key, value);
    tags.add(new TaggedResource(REGION, resource, "", own));
  }

  private static String id(String prefix, String end) {
    return prefix + "-" + ZEROS + end;
  }

  private static Vpc vpc(Scope scope, int number) {
    String end = Integer.toString(number);
    return new Vpc(
        scope,
        id("vpc", end),
        Cidr.parse("192.168.0.0/16"),
        true,
        true,
        id("rtb", end),
        id("sg", end),
        id("acl", end));
  }

  private void subnet(String end) {
    ec2.put(
        new Subnet(
            SCOPE,
            id("subnet", end),
            VPC,
            Cidr.parse("192.168." + (end.equals("a") ? 1 : 2) + ".0/24"),
            "eu-central-1" + end));
  }

  private static TableRoute route(String block, Target target) {
    return new TableRoute(
        SCOPE, id("rtb", "a"), new Route(new Place.Block(Cidr.parse(block)), target));
  }

  private void rule(String end, Direction direction, int port, Place peer, String description) {
    ec2.put(
        new SecurityGroupRule(
            SCOPE,
            id("sg", "a"),
            new Rule(id("sgr", end), direction, "tcp", port, port, peer),
            Optional.of(description).filter(text -> !text.isEmpty())));
  }
}
