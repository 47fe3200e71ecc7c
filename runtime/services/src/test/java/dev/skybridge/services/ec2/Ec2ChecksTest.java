package dev.skybridge.services.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record.InternetGateway;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class Ec2ChecksTest {
  private final Ec2 ec2 = new Shop().ec2;
  private final Ec2Checks checks = ec2.checks();
  private final Ec2Deletions deletions = new Ec2Deletions(ec2);

  @Test
  void aVpcIsBetween16And28() {
    refused(
        () -> checks.vpc(Cidr.parse("10.0.0.0/8")),
        "InvalidVpc.Range",
        "The CIDR '10.0.0.0/8' is invalid.");
    assertThatCode(() -> checks.vpc(Cidr.parse("10.0.0.0/28"))).doesNotThrowAnyException();
  }

  @Test
  void aSubnetLiesInItsVpcAndInNoOther() {
    refused(
        () -> checks.subnet(Shop.ACCOUNT, "vpc-9", Cidr.parse("192.168.4.0/24")),
        "InvalidVpcID.NotFound",
        "The vpc ID 'vpc-9' does not exist");
    refused(
        () -> checks.subnet(Shop.ACCOUNT, "vpc-1", Cidr.parse("10.0.0.0/24")),
        "InvalidSubnet.Range",
        "The CIDR '10.0.0.0/24' is invalid.");
    refused(
        () -> checks.subnet(Shop.ACCOUNT, "vpc-1", Cidr.parse("192.168.2.128/25")),
        "InvalidSubnet.Conflict",
        "The CIDR '192.168.2.128/25' conflicts with another subnet");
  }

  @Test
  void anotherAccountsVpcDoesNotExist() {
    refused(
        () -> checks.vpc(Shop.scope("777788889999"), "vpc-1"),
        "InvalidVpcID.NotFound",
        "The vpc ID 'vpc-1' does not exist");
  }

  @Test
  void aVpcHasOneInternetGateway() {
    refused(
        () -> checks.internetGateway(Shop.ACCOUNT, "vpc-1"),
        "InvalidParameterValue",
        "Network vpc-1 already has an internet gateway attached");
  }

  @Test
  void aDestinationHasOneRoute() {
    refused(
        () -> checks.route(Shop.internetRoute("igw-1")),
        "RouteAlreadyExists",
        "The route identified by 0.0.0.0/0 already exists.");
    ec2.remove(Shop.ACCOUNT, "rtb-public_0.0.0.0/0");
    refused(
        () -> checks.route(Shop.internetRoute("igw-9")),
        "InvalidInternetGatewayID.NotFound",
        "The internetGateway ID 'igw-9' does not exist");
    ec2.put(new InternetGateway(Shop.ACCOUNT, "igw-2", Optional.empty()));
    refused(
        () -> checks.route(Shop.internetRoute("igw-2")),
        "InvalidParameterValue",
        "route table rtb-public and network gateway igw-2 belong to different networks");
    assertThatCode(() -> checks.route(Shop.internetRoute("igw-1"))).doesNotThrowAnyException();
  }

  @Test
  void aSubnetHasOneTable() {
    refused(
        () -> checks.association(Shop.ACCOUNT, "rtb-public", "subnet-public"),
        "Resource.AlreadyAssociated",
        "the specified association for route table rtb-public conflicts with an existing"
            + " association");
    refused(
        () -> checks.association(Shop.ACCOUNT, "rtb-9", "subnet-public"),
        "InvalidRouteTableID.NotFound",
        "The routeTable ID 'rtb-9' does not exist");
    assertThatCode(() -> checks.association(Shop.ACCOUNT, "rtb-main-vpc-1", "subnet-private"))
        .doesNotThrowAnyException();
  }

  @Test
  void aGroupsNameIsUniqueInItsVpc() {
    refused(
        () -> checks.securityGroup(Shop.ACCOUNT, "vpc-1", "client"),
        "InvalidGroup.Duplicate",
        "The security group 'client' already exists for VPC 'vpc-1'");
    refused(
        () -> checks.securityGroup(Shop.ACCOUNT, "vpc-1", "default"),
        "InvalidParameterValue",
        "Cannot use reserved security group name: default");
  }

  @Test
  void groupsBelongToTheVpcOfTheInterface() {
    ec2.put(Shop.vpc(Shop.ACCOUNT, "vpc-2"));
    refused(
        () -> checks.groups(Shop.ACCOUNT, "vpc-2", List.of("sg-default-vpc-2", "sg-client")),
        "InvalidGroup.NotFound",
        "The security group 'sg-client' does not exist in VPC 'vpc-2'");
  }

  @Test
  void aRuleIsGivenOnce() {
    refused(
        () -> checkRule("sg-client", Direction.EGRESS, "tcp", new Place.Block(Cidr.ANYWHERE)),
        "InvalidPermission.Duplicate",
        "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 443, to port: 443, ALLOW\" already"
            + " exists");
    assertThatCode(
            () -> checkRule("sg-client", Direction.INGRESS, "tcp", new Place.Block(Cidr.ANYWHERE)))
        .doesNotThrowAnyException();
    Rule all = new Rule("sgr-3", Direction.EGRESS, "-1", -1, -1, new Place.Block(Cidr.ANYWHERE));
    ec2.put(Shop.rule("sg-client", all));
    refused(
        () -> checkRule("sg-client", Direction.EGRESS, "-1", new Place.Block(Cidr.ANYWHERE)),
        "InvalidPermission.Duplicate",
        "the specified rule \"peer: 0.0.0.0/0, ALL, ALLOW\" already exists");
  }

  @Test
  void aRulesOtherSideExists() {
    ec2.put(Shop.vpc(Shop.ACCOUNT, "vpc-2"));
    refused(
        () -> checkRule("sg-door", Direction.INGRESS, "tcp", new Place.Member("sg-9")),
        "InvalidGroup.NotFound",
        "The security group 'sg-9' does not exist");
    refused(
        () -> checkRule("sg-door", Direction.INGRESS, "tcp", new Place.Member("sg-default-vpc-2")),
        "InvalidGroup.NotFound",
        "You have specified two resources that belong to different networks.");
    refused(
        () -> checkRule("sg-door", Direction.EGRESS, "tcp", new Place.Listed("pl-9")),
        "InvalidPrefixListID.NotFound",
        "The prefix list ID 'pl-9' does not exist");
  }

  @Test
  void whatIsNeededIsNotDeleted() {
    ec2.put(Shop.card("eni-1", "subnet-private", "192.168.2.4", "sg-door"));

    refused(
        () -> deletions.vpc(Shop.ACCOUNT, "vpc-1"),
        "DependencyViolation",
        "The vpc 'vpc-1' has dependencies and cannot be deleted.");
    refused(
        () -> deletions.subnet(Shop.ACCOUNT, "subnet-private"),
        "DependencyViolation",
        "The subnet 'subnet-private' has dependencies and cannot be deleted.");
    refused(
        () -> deletions.routeTable(Shop.ACCOUNT, "rtb-public"),
        "DependencyViolation",
        "The routeTable 'rtb-public' has dependencies and cannot be deleted.");
    refused(
        () -> deletions.securityGroup(Shop.ACCOUNT, "sg-door"),
        "DependencyViolation",
        "resource sg-door has a dependent object");
    refused(
        () -> deletions.securityGroup(Shop.ACCOUNT, "sg-client"),
        "DependencyViolation",
        "resource sg-client has a dependent object");
    ec2.remove(Shop.ACCOUNT, "eni-1");
    assertThatCode(() -> deletions.securityGroup(Shop.ACCOUNT, "sg-door"))
        .doesNotThrowAnyException();
    assertThatCode(() -> deletions.subnet(Shop.ACCOUNT, "subnet-private"))
        .doesNotThrowAnyException();
  }

  private void checkRule(String group, Direction direction, String protocol, Place peer) {
    int port = protocol.equals("-1") ? -1 : 443;
    checks.rule(Shop.ACCOUNT, group, new Rule("sgr-new", direction, protocol, port, port, peer));
  }

  private static void refused(ThrowingCallable call, String code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.awsMessage()).isEqualTo(message);
            });
  }
}
