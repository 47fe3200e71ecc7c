package dev.skybridge.services.elb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.TagSource.TaggedResource;
import dev.skybridge.services.api.TestingEndpoint;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Attachment;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Node;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elastic Load Balancing as a client sees it. */
class ElbApiTest {
  private static final Scope SCOPE =
      new Scope(TestingEndpoint.ACCOUNT, new Region(TestingEndpoint.REGION));
  private static final Arn BALANCER = arn("loadbalancer/app/shop/1");
  private static final Arn LISTENER = arn("listener/app/shop/1/2");
  private static final Arn GROUP = arn("targetgroup/shop/3");
  private static final Arn CERTIFICATE = SCOPE.arn("acm", "certificate/4");
  private static final Target TARGET = new Target(Ipv4.parse("192.168.2.10"), 443);

  private final TraceLog traces = new TraceLog(5);
  private final Fabric fabric = new Fabric(traces);
  private final Elb elb =
      new Elb(fabric, _ -> Optional.empty(), traces, Clock.systemUTC(), new Random());
  private TestingEndpoint endpoint;

  @BeforeEach
  void start() {
    Placement placement =
        new Placement() {
          @Override
          public Optional<String> zone(Scope scope, String subnetId) {
            return Optional.of("eu-central-1" + subnetId.charAt(subnetId.length() - 1));
          }

          @Override
          public List<String> groups(Scope scope, String interfaceId) {
            return List.of("sg-1");
          }
        };
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("Name", "shop");
    endpoint =
        new TestingEndpoint(
            new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z")),
            _ -> Optional.empty(),
            List.of(
                ElbApi.service(
                    elb,
                    placement,
                    _ ->
                        List.of(
                            new TaggedResource(SCOPE.region(), BALANCER.toString(), "", tags)))));
    elb.put(balancer("shop", "1"));
    elb.put(balancer("till", "9"));
    elb.put(
        new Listener(
            LISTENER,
            BALANCER,
            443,
            SslPolicy.find("ELBSecurityPolicy-TLS13-1-2-Res-2021-06").orElseThrow(),
            CERTIFICATE,
            new Action.FixedResponse(404, "application/json", "{}")));
    for (int i = 1; i <= 3; i++) {
      elb.put(
          new ListenerRule(
              arn("listener-rule/app/shop/1/2/" + (9 - i)),
              LISTENER,
              i * 100,
              List.of(new HostPattern("h" + i + ".example")),
              new Action.Forward(GROUP)));
    }
    elb.put(
        new TargetGroup(
            SCOPE,
            GROUP,
            "shop",
            "vpc-1",
            Protocol.HTTPS,
            443,
            new HealthCheck(
                Protocol.HTTPS,
                OptionalInt.empty(),
                "/ping",
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                2,
                3,
                HealthCheck.Matcher.parse("200,403"))));
    elb.put(new Attachment(GROUP, TARGET));
  }

  @AfterEach
  void stop() {
    elb.close();
    fabric.close();
  }

  @Test
  void aLoadBalancerTellsWhereItStandsAndWhatItsAttributesAre() throws Exception {
    assertThat(answer("DescribeLoadBalancers", "&Names.member.1=shop"))
        .contains(
            "<LoadBalancerArn>" + BALANCER + "</LoadBalancerArn>",
            "<CanonicalHostedZoneId>Z215JYRZR1TBD5</CanonicalHostedZoneId>",
            "<member><ZoneName>eu-central-1a</ZoneName><SubnetId>subnet-a</SubnetId>",
            "<SecurityGroups><member>sg-1</member></SecurityGroups>",
            "<State><Code>active</Code></State>")
        .doesNotContain("CreatedTime", "till");
    assertThat(answer("DescribeLoadBalancerAttributes", "&LoadBalancerArn=" + BALANCER))
        .contains(
            "<Key>idle_timeout.timeout_seconds</Key><Value>60</Value>",
            "<Key>routing.http.desync_mitigation_mode</Key><Value>defensive</Value>");
  }

  @Test
  void pagesFollowOneAnother() throws Exception {
    String first = answer("DescribeLoadBalancers", "&PageSize=1");
    String marker = first.replaceAll("(?s).*<NextMarker>(.*)</NextMarker>.*", "$1");
    assertThat(first).contains("app/shop/1").doesNotContain("app/till/9");
    assertThat(answer("DescribeLoadBalancers", "&PageSize=1&Marker=" + marker))
        .contains("app/till/9")
        .doesNotContain("NextMarker");
  }

  @Test
  void rulesComeByPriorityAndTheDefaultOneLast() throws Exception {
    String rules = answer("DescribeRules", "&ListenerArn=" + LISTENER);
    assertThat(rules)
        .containsSubsequence(
            "<Priority>100</Priority>",
            "<Values><member>h1.example</member></Values>",
            "<Priority>200</Priority>",
            "<Priority>300</Priority>",
            "<Priority>default</Priority>",
            "<StatusCode>404</StatusCode>");
    assertThat(answer("DescribeListeners", "&LoadBalancerArn=" + BALANCER))
        .contains(
            "<SslPolicy>ELBSecurityPolicy-TLS13-1-2-Res-2021-06</SslPolicy>",
            "<Type>fixed-response</Type>",
            "<CertificateArn>" + CERTIFICATE + "</CertificateArn>");
    assertThat(answer("DescribeListenerCertificates", "&ListenerArn=" + LISTENER))
        .contains("<CertificateArn>" + CERTIFICATE + "</CertificateArn><IsDefault>true");
  }

  @Test
  void aTargetGroupTellsItsChecksAndTheHealthOfItsTargets() throws Exception {
    assertThat(answer("DescribeTargetGroups", "&LoadBalancerArn=" + BALANCER))
        .contains(
            "<HealthCheckPort>traffic-port</HealthCheckPort>",
            "<Matcher><HttpCode>200,403</HttpCode></Matcher>",
            "<LoadBalancerArns><member>" + BALANCER + "</member></LoadBalancerArns>");
    String group = "&TargetGroupArn=" + GROUP;
    assertThat(answer("DescribeTargetHealth", group))
        .contains(
            "<Target><Id>192.168.2.10</Id><Port>443</Port></Target>"
                + "<HealthCheckPort>443</HealthCheckPort>"
                + "<TargetHealth><State>unused</State><Reason>Target.NotInUse</Reason>");
    assertThat(answer("DescribeTargetHealth", group + "&Targets.member.1.Id=10.0.0.1"))
        .contains("<Reason>Target.NotRegistered</Reason>");
    assertThat(answer("DescribeTargetGroupAttributes", group))
        .contains("<Key>stickiness.enabled</Key><Value>false</Value>");
  }

  @Test
  void tagsAndPoliciesAreDescribed() throws Exception {
    assertThat(answer("DescribeTags", "&ResourceArns.member.1=" + BALANCER))
        .contains("<member><Key>Name</Key><Value>shop</Value></member>");
    assertThat(answer("DescribeSSLPolicies", "&Names.member.1=ELBSecurityPolicy-TLS13-1-3-2021-06"))
        .contains(
            "<SslProtocols><member>TLSv1.3</member></SslProtocols>",
            "<Name>TLS_AES_128_GCM_SHA256</Name><Priority>1</Priority>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DescribeLoadBalancers|&Names.member.1=tea|LoadBalancerNotFound|Load balancers '[tea]' not found",
        "DescribeLoadBalancers|&LoadBalancerArns.member.1=tea|ValidationError|'tea' is not a valid loadbalancer ARN",
        "DescribeTargetHealth|&TargetGroupArn=arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/tea/1|TargetGroupNotFound|One or more target groups not found",
        "DescribeListeners||ValidationError|You must specify either listener ARNs or a load balancer ARN",
        "DescribeTags|&ResourceArns.member.1=arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/tea/1|ListenerNotFound|One or more listeners not found",
        "DescribeLoadBalancers|&Marker=tea|ValidationError|The marker is not valid",
        "CreateLoadBalancer||InvalidAction|Could not find operation CreateLoadBalancer for version 2015-12-01",
      })
  void whatIsWrongIsRefusedByName(String action, String parameters, String code, String message)
      throws Exception {
    HttpResponse response = call(action, parameters == null ? "" : parameters);
    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response))
        .contains("<Code>" + code + "</Code><Message>" + message + "</Message>");
  }

  @Test
  void everyCallIsJudged() throws Exception {
    endpoint.rights = "elasticloadbalancing:DescribeTags";
    HttpResponse refused = call("DescribeLoadBalancers", "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(text(refused)).contains("elasticloadbalancing:DescribeLoadBalancers");
    assertThat(endpoint.trace(refused).refusal()).isPresent();
  }

  private String answer(String action, String parameters) throws Exception {
    HttpResponse response = call(action, parameters);
    assertThat(response.status()).as(text(response)).isEqualTo(200);
    return text(response);
  }

  private HttpResponse call(String action, String parameters) throws Exception {
    return endpoint.query(
        "elasticloadbalancing", "Action=" + action + "&Version=2015-12-01" + parameters);
  }

  private static String text(HttpResponse response) {
    return new String(response.body(), UTF_8);
  }

  private static Arn arn(String resource) {
    return SCOPE.arn("elasticloadbalancing", resource);
  }

  private static LoadBalancer balancer(String name, String number) {
    return new LoadBalancer(
        SCOPE,
        arn("loadbalancer/app/" + name + "/" + number),
        name,
        "internal-" + name + "-1.eu-central-1.elb.amazonaws.com",
        "vpc-1",
        List.of(
            new Node("eni-1", "subnet-a", Ipv4.parse("192.168.1.4")),
            new Node("eni-2", "subnet-b", Ipv4.parse("192.168.2.4"))),
        Attributes.DEFAULT);
  }
}
