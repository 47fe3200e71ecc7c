package dev.skybridge.services.sts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.Organization;
import dev.skybridge.services.api.TestingEndpoint;
import dev.skybridge.services.api.TestingEndpoint.KnownCredentials;
import dev.skybridge.services.signature.KnownKey;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** STS as a client sees it: signed requests in, XML out. */
class StsApiTest {
  private static final String VERSION = "&Version=2011-06-15";
  private static final String OTHER = "arn:aws:iam::444455556666:role/";
  private static final String USER = "arn:aws:iam::111122223333:user/max";

  private final Map<String, String> trust = new HashMap<>();
  private List<List<AttachedPolicy>> control = List.of();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z"));
  private final Sts sts = new Sts(new TestingRoles(), new Organization("o-abcdefghij"), now::get);
  private final TestingEndpoint endpoint =
      new TestingEndpoint(now, sts, List.of(StsApi.service(sts, StsApiTest::managed)));

  @Test
  void theCallerLearnsWhoHeIs() throws InterruptedException {
    HttpResponse response = endpoint.query("sts", "Action=GetCallerIdentity" + VERSION);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text())
        .contains(
            "<GetCallerIdentityResult><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account>"
                + "<Arn>arn:aws:iam::111122223333:user/max</Arn></GetCallerIdentityResult>");
  }

  @Test
  void aRoleThatTrustsTheUserIsAssumedAcrossAccounts() throws InterruptedException {
    trust.put("reader", allow(USER));
    HttpResponse response = assume(OTHER + "reader", "");
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(response.text())
        .contains(
            "<AssumedRoleId>AROAREADER:session</AssumedRoleId>",
            "<Arn>arn:aws:sts::444455556666:assumed-role/reader/session</Arn>",
            "<Expiration>2026-11-25T02:00:00Z</Expiration>");

    KnownCredentials credentials = credentials(response);
    assertThat(endpoint.query(credentials, "sts", "Action=GetCallerIdentity" + VERSION).text())
        .contains(
            "<UserId>AROAREADER:session</UserId><Account>444455556666</Account>"
                + "<Arn>arn:aws:sts::444455556666:assumed-role/reader/session</Arn>");
    KnownKey key = sts.find(credentials.id()).orElseThrow();
    assertThat(key.caller().bound())
        .isEqualTo(
            Context.builder()
                .put("aws:PrincipalOrgID", "o-abcdefghij")
                .put("aws:ResourceOrgID", "o-abcdefghij")
                .put("aws:PrincipalTag/team", "tea")
                .put("aws:TokenIssueTime", "2026-11-25T01:00:00Z")
                .put("aws:userid", "AROAREADER:session")
                .build());
  }

  @Test
  void aResourceControlPolicyOfTheRolesAccountDenies() throws InterruptedException {
    trust.put("reader", allow(USER));
    Policy deny =
        Policy.parse(
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
             "Action": "sts:AssumeRole", "Resource": "*"}]}
            """,
            Dialect.RESOURCE_CONTROL);
    control = List.of(List.of(new AttachedPolicy("arn:policy", "no-strangers", deny)));
    HttpResponse response = assume(OTHER + "reader", "");
    assertThat(response.status()).isEqualTo(403);
    assertThat(endpoint.trace(response).refusal().orElseThrow().verdict().rule().text())
        .isEqualTo("policy no-strangers, statement 1");
  }

  @Test
  void whomTheRoleDoesNotTrustIsDeniedAsIfThereWereNone() throws InterruptedException {
    trust.put("reader", allow("arn:aws:iam::111122223333:user/moritz"));
    for (String role : List.of("reader", "none")) {
      HttpResponse response = assume(OTHER + role, "");
      assertThat(response.status()).isEqualTo(403);
      assertThat(response.text())
          .contains(
              "<Type>Sender</Type><Code>AccessDenied</Code><Message>User: "
                  + USER
                  + " is not authorized to perform: sts:AssumeRole on resource: "
                  + OTHER
                  + role
                  + "</Message>");
      assertThat(endpoint.trace(response).refusal().orElseThrow().gate()).isEqualTo("trust policy");
    }
  }

  @Test
  void anAccountThatIsTrustedLetsItsOwnPoliciesDecide() throws InterruptedException {
    trust.put("reader", allow("arn:aws:iam::111122223333:root"));
    assertThat(assume(OTHER + "reader", "").status()).isEqualTo(200);
    endpoint.rights = "dynamodb:*";
    assertThat(assume(OTHER + "reader", "").text())
        .contains(
            "sts:AssumeRole on resource: "
                + OTHER
                + "reader because no identity-based policy allows the sts:AssumeRole action");
  }

  @Test
  void aStrangerMustKnowTheExternalId() throws InterruptedException {
    trust.put(
        "reader", allow(USER, "\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"tea\"}},"));
    assertThat(assume(OTHER + "reader", "").status()).isEqualTo(403);
    assertThat(assume(OTHER + "reader", "&ExternalId=coffee").status()).isEqualTo(403);
    assertThat(assume(OTHER + "reader", "&ExternalId=tea").status()).isEqualTo(200);
  }

  @Test
  void aSessionIsNoLongerThanItsRoleAllowsAndAChainedOneNoLongerThanAnHour()
      throws InterruptedException {
    trust.put("reader", allow("*"));
    trust.put("long", allow("*"));
    assertThat(assume(OTHER + "reader", "&DurationSeconds=3601").text())
        .contains(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    assertThat(assume(OTHER + "long", "&DurationSeconds=43200").status()).isEqualTo(200);
    assertThat(assume(OTHER + "long", "&DurationSeconds=899").text())
        .contains("at 'durationSeconds' failed to satisfy constraint");

    KnownCredentials first = credentials(assume(OTHER + "reader", ""));
    assertThat(chained(first, OTHER + "long", "&DurationSeconds=3601").text())
        .contains("exceeds the 1 hour session limit for roles assumed by role chaining");
    assertThat(chained(first, OTHER + "long", "&DurationSeconds=3600").status()).isEqualTo(200);
  }

  @Test
  void aSessionEndsWithItsTime() throws InterruptedException {
    trust.put("reader", allow(USER));
    KnownCredentials credentials = credentials(assume(OTHER + "reader", "&DurationSeconds=900"));
    now.updateAndGet(now -> now.plus(Duration.ofMinutes(15)));
    HttpResponse response =
        endpoint.query(credentials, "sts", "Action=GetCallerIdentity" + VERSION);
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.text())
        .contains(
            "<Code>ExpiredToken</Code>"
                + "<Message>The security token included in the request is expired</Message>");
  }

  @Test
  void tagsNeedARightOfTheirOwnAndTransitiveOnesGoOn() throws InterruptedException {
    String tags = "&Tags.member.1.Key=cost&Tags.member.1.Value=42&TransitiveTagKeys.member.1=cost";
    trust.put("reader", allow("*"));
    assertThat(assume(OTHER + "reader", tags).text())
        .contains("is not authorized to perform: sts:TagSession on resource: " + OTHER + "reader");

    trust.put("reader", allow("*").replace("sts:AssumeRole", "sts:*"));
    trust.put("long", allow("*"));
    KnownCredentials tagged = credentials(assume(OTHER + "reader", tags));
    assertThat(bound(tagged).values("aws:PrincipalTag/cost")).containsExactly("42");
    assertThat(bound(tagged).values("aws:PrincipalTag/team")).containsExactly("tea");
    KnownCredentials next = credentials(chained(tagged, OTHER + "long", ""));
    assertThat(bound(next).values("aws:PrincipalTag/cost")).containsExactly("42");
    assertThat(chained(tagged, OTHER + "reader", tags).text())
        .contains("conflicts with a transitive tag key from the calling session");
  }

  @Test
  void aSessionPolicyGoesWithTheSession() throws InterruptedException {
    trust.put("reader", allow(USER));
    String policy =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
            + "\"Resource\":\"*\"}]}";
    KnownCredentials credentials =
        credentials(
            assume(
                OTHER + "reader",
                "&Policy="
                    + URLEncoder.encode(policy, UTF_8)
                    + "&PolicyArns.member.1.arn=arn:aws:iam::aws:policy/ReadOnly"));
    assertThat(sts.find(credentials.id()).orElseThrow().caller().sessionPolicies())
        .extracting(AttachedPolicy::name)
        .containsExactly("session policy", "ReadOnly");

    assertThat(assume(OTHER + "reader", "&Policy=%7B").text())
        .contains("<Code>MalformedPolicyDocument</Code>");
    assertThat(assume(OTHER + "reader", "&Policy=" + "x".repeat(2049)).text())
        .contains("Member must have length less than or equal to 2048");
    assertThat(
            assume(OTHER + "reader", "&PolicyArns.member.1.arn=arn:aws:iam::aws:policy/No").text())
        .contains("Managed policy arn:aws:iam::aws:policy/No does not exist.");
  }

  @Test
  void aUsersOwnSessionIsHimAndOpensNoOther() throws InterruptedException {
    HttpResponse response = endpoint.query("sts", "Action=GetSessionToken" + VERSION);
    KnownCredentials credentials = credentials(response);
    assertThat(endpoint.query(credentials, "sts", "Action=GetCallerIdentity" + VERSION).text())
        .contains("<Arn>" + USER + "</Arn>");
    assertThat(endpoint.query(credentials, "sts", "Action=GetSessionToken" + VERSION).text())
        .contains("Cannot call GetSessionToken with session credentials");
  }

  @Test
  void whatIsNotServedIsRefusedByName() throws InterruptedException {
    trust.put("reader", allow(USER));
    assertThat(assume(OTHER + "reader", "&SourceIdentity=max").text())
        .contains("The parameter SourceIdentity is not served here.");
    assertThat(endpoint.query("sts", "Action=AssumeRoleWithSAML" + VERSION).text())
        .contains("<Code>InvalidAction</Code>", "AssumeRoleWithSAML");
  }

  private HttpResponse assume(String role, String more) throws InterruptedException {
    return endpoint.query("sts", form(role, more));
  }

  private HttpResponse chained(KnownCredentials key, String role, String more)
      throws InterruptedException {
    return endpoint.query(key, "sts", form(role, more));
  }

  private static String form(String role, String more) {
    return "Action=AssumeRole" + VERSION + "&RoleSessionName=session&RoleArn=" + role + more;
  }

  private Context bound(KnownCredentials credentials) {
    return sts.find(credentials.id()).orElseThrow().caller().bound();
  }

  private static KnownCredentials credentials(HttpResponse response) {
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return new KnownCredentials(
        element(response, "AccessKeyId"),
        element(response, "SecretAccessKey"),
        element(response, "SessionToken"));
  }

  private static String element(HttpResponse response, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<]*)<").matcher(response.text());
    assertThat(matcher.find()).as(name).isTrue();
    return matcher.group(1);
  }

  private static String allow(String principal) {
    return allow(principal, "");
  }

  private static String allow(String principal, String condition) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
        + condition
        + "\"Principal\":{\"AWS\":\""
        + principal
        + "\"},\"Action\":\"sts:AssumeRole\"}]}";
  }

  private static Optional<AttachedPolicy> managed(String arn) {
    return arn.endsWith("/ReadOnly")
        ? Optional.of(new AttachedPolicy(arn, "ReadOnly", Policy.parse(allow("*"), Dialect.TRUST)))
        : Optional.empty();
  }

  private final class TestingRoles implements Roles {
    @Override
    public Optional<TrustedRole> find(String roleArn) {
      String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
      return Optional.ofNullable(trust.get(name))
          .map(text ->
              new TrustedRole(
                  roleArn,
                  name,
                  "AROA" + name.toUpperCase(java.util.Locale.ROOT),
                  new AccountId("444455556666"),
                  Policy.parse(text, Dialect.TRUST),
                  name.equals("long") ? Duration.ofHours(12) : Duration.ofHours(1),
                  Map.of("team", "tea")));
    }

    @Override
    public List<List<AttachedPolicy>> resourceControl(AccountId owner, String action) {
      return control;
    }

    @Override
    public PrincipalPolicies principalPolicies(Principal.Identity principal) {
      return endpoint.principalPolicies(principal);
    }
  }
}
