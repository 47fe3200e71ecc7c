package dev.skybridge.services.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.Organization;
import dev.skybridge.services.api.TestingEndpoint;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations of policies as a client sees them. */
class SimulationApiTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/reader";
  private static final String TABLE = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders";
  private static final String READ =
      statements(
          """
          {"Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:DeleteItem"],
           "Resource": "arn:aws:dynamodb:*:*:table/orders",
           "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1"}}},
          {"Effect": "Deny", "Action": "dynamodb:DeleteItem", "Resource": "*"}
          """);
  private static final String ANYTHING =
      statements("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}");
  private static final String ENDPOINT =
      "&ContextEntries.member.1.ContextKeyName=aws:SourceVpce"
          + "&ContextEntries.member.1.ContextKeyType=string"
          + "&ContextEntries.member.1.ContextKeyValues.member.1=vpce-1";

  @TempDir private Path folder;

  private final Iam iam = new Iam();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z"));
  private TestingEndpoint endpoint = new TestingEndpoint(now, id -> Optional.empty(), List.of());

  @BeforeEach
  void serve() {
    AccessKeys keys =
        new AccessKeys(folder.resolve("keys.json"), new Organization("o-abcdefghij"), now::get);
    keys.ensure(List.of(new Scope(TestingEndpoint.ACCOUNT, new Region(TestingEndpoint.REGION))));
    endpoint = new TestingEndpoint(now, id -> Optional.empty(), List.of(IamApi.service(iam, keys)));
    role(Optional.empty());
    iam.put(
        new InlinePolicy(
            TestingEndpoint.ACCOUNT, "reader", "read", IamChecks.inlinePolicy("reader", READ)));
  }

  private void role(Optional<String> boundary) {
    iam.put(
        new Role(
            TestingEndpoint.ACCOUNT,
            ROLE,
            "reader",
            "AROAREADER",
            IamChecks.trustPolicy(
                statements(
                    "{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\","
                        + " \"Principal\": {\"AWS\": \"111122223333\"}}")),
            Duration.ofHours(1),
            Map.of(),
            boundary,
            Optional.empty(),
            Optional.empty()));
  }

  private static String statements(String text) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + text + "]}";
  }

  @Test
  void anAllowedActionNamesItsStatementAndItsPlace() throws InterruptedException {
    assertThat(principal("dynamodb:GetItem", "&ResourceArns.member.1=" + TABLE + ENDPOINT))
        .contains(
            "<EvalActionName>dynamodb:GetItem</EvalActionName><EvalResourceName>"
                + TABLE
                + "</EvalResourceName><EvalDecision>allowed</EvalDecision>"
                + "<MatchedStatements><member><SourcePolicyId>role_reader_read</SourcePolicyId>"
                + "<SourcePolicyType>IAM Policy</SourcePolicyType>"
                + "<StartPosition><Line>1</Line><Column>41</Column></StartPosition>"
                + "<EndPosition><Line>3</Line><Column>62</Column></EndPosition></member>"
                + "</MatchedStatements>",
            "<OrganizationsDecisionDetail><AllowedByOrganizations>true</AllowedByOrganizations>",
            "<ResourceSpecificResults><member><EvalResourceName>"
                + TABLE
                + "</EvalResourceName><EvalResourceDecision>allowed</EvalResourceDecision>");
  }

  @Test
  void aMissingKeyIsNamedAndAllowsNothing() throws InterruptedException {
    assertThat(principal("dynamodb:GetItem", "&ResourceArns.member.1=" + TABLE))
        .contains(
            "<EvalDecision>implicitDeny</EvalDecision><MatchedStatements></MatchedStatements>"
                + "<MissingContextValues></MissingContextValues>",
            "<EvalResourceDecision>implicitDeny</EvalResourceDecision><MatchedStatements>"
                + "</MatchedStatements><MissingContextValues><member>aws:SourceVpce</member>");
    assertThat(principal("dynamodb:GetItem", ""))
        .as("without resources the whole result names it")
        .contains(
            "<EvalResourceName>*</EvalResourceName><EvalDecision>implicitDeny</EvalDecision>",
            "<MissingContextValues><member>aws:SourceVpce</member></MissingContextValues>")
        .doesNotContain("ResourceSpecificResults");
  }

  @Test
  void aDenyIsTheOnlyStatementTold() throws InterruptedException {
    String text = principal("dynamodb:DeleteItem", "&ResourceArns.member.1=" + TABLE + ENDPOINT);
    assertThat(text).contains("<EvalDecision>explicitDeny</EvalDecision>");
    assertThat(all(text, "<StartPosition><Line>(\\d+)</Line>").stream().distinct())
        .containsExactly("4");
  }

  @Test
  void severalResourcesAreOneResultAsStrictAsTheStrictest() throws InterruptedException {
    String text =
        principal(
            "dynamodb:GetItem",
            "&ResourceArns.member.1=" + TABLE + "&ResourceArns.member.2=" + TABLE + "s" + ENDPOINT);
    assertThat(all(text, "<EvalDecision>(.*?)</EvalDecision>")).containsExactly("implicitDeny");
    assertThat(all(text, "<EvalResourceDecision>(.*?)</EvalResourceDecision>"))
        .containsExactly("allowed", "implicitDeny");
  }

  @Test
  void aBoundaryLimitsAndAnotherOneTakesItsPlace() throws InterruptedException {
    iam.put(
        new ManagedPolicy(
            "arn:aws:iam::111122223333:policy/limit",
            "limit",
            IamChecks.managedPolicy(
                statements("{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"))));
    role(Optional.of("arn:aws:iam::111122223333:policy/limit"));
    String request = "&ResourceArns.member.1=" + TABLE + ENDPOINT;
    assertThat(principal("dynamodb:GetItem", request))
        .contains(
            "<EvalDecision>implicitDeny</EvalDecision>",
            "<AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary>");
    String wider = "&PermissionsBoundaryPolicyInputList.member.1=" + encoded(ANYTHING);
    assertThat(principal("dynamodb:GetItem", request + wider))
        .contains(
            "<EvalDecision>allowed</EvalDecision>",
            "<AllowedByPermissionsBoundary>true</AllowedByPermissionsBoundary>");
    assertThat(
            refused(
                "Action=SimulatePrincipalPolicy&ActionNames.member.1=s3:Get&PolicySourceArn="
                    + ROLE
                    + wider
                    + wider.replace("member.1", "member.2")))
        .contains("You can input only one permissions boundary policy.");
  }

  @Test
  void aResourcePolicyCountsForAUserAcrossAccounts() throws InterruptedException {
    String key = "arn:aws:s3:::bucket";
    String caller = "&CallerArn=arn:aws:iam::444455556666:user/max";
    String policy =
        "&ResourcePolicy="
            + encoded(
                statements(
                    "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"444455556666\"},"
                        + " \"Action\": \"s3:Get*\", \"Resource\": \"*\"}"));
    String common =
        "Action=SimulateCustomPolicy&ActionNames.member.1=s3:GetObject&ResourceArns.member.1="
            + key
            + "&PolicyInputList.member.1="
            + encoded(ANYTHING)
            + policy;
    String text = ok(common + caller + "&ResourceOwner=arn:aws:iam::111122223333:root");
    assertThat(text)
        .contains(
            "<EvalDecision>allowed</EvalDecision>",
            "<SourcePolicyId>ResourcePolicy</SourcePolicyId>"
                + "<SourcePolicyType>Resource Policy</SourcePolicyType>",
            "<SourcePolicyId>PolicyInputList.1</SourcePolicyId>",
            "<key>IAM Policy</key><value>allowed</value>");
    String other = common.replace(encoded("444455556666"), "777788889999");
    assertThat(ok(other + caller + "&ResourceOwner=arn:aws:iam::111122223333:root"))
        .contains(
            "<EvalDecision>implicitDeny</EvalDecision>",
            "<key>Resource Policy</key><value>implicitDeny</value>");
    assertThat(refused(common))
        .contains("Invalid caller - Caller must be an IAM user in this context.");
    assertThat(refused(common + "&CallerArn=" + ROLE))
        .contains("Invalid caller - Caller must be an IAM user in this context.");
  }

  @Test
  void wrongInputIsRefusedInAwssWords() throws InterruptedException {
    String start = "Action=SimulatePrincipalPolicy&ActionNames.member.1=s3:GetObject";
    assertThat(
            refused(
                start + "&PolicySourceArn=arn:aws:sts::111122223333:assumed-role/reader/session"))
        .contains(
            "<Code>InvalidInput</Code><Message>Invalid Entity Arn:"
                + " arn:aws:sts::111122223333:assumed-role/reader/session does not clearly define"
                + " entity type and name.");
    assertThat(refused(start + "&PolicySourceArn=arn:aws:iam::444455556666:role/reader"))
        .contains(
            "Invalid Policy Source Arn: caller's account 111122223333 does not have access to"
                + " policies in account 444455556666");
    HttpResponse none = query(start + "&PolicySourceArn=arn:aws:iam::111122223333:role/none");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text()).contains("The role with name none cannot be found.");
    assertThat(
            refused(
                "Action=SimulateCustomPolicy&ActionNames.member.1=s3:Get*&PolicyInputList.member.1="
                    + encoded(ANYTHING)))
        .contains("Invalid Action: s3:Get*");
    assertThat(
            refused(
                "Action=SimulateCustomPolicy&ActionNames.member.1=s3:Get&PolicyInputList.member.1="
                    + encoded(statements("{\"Effect\": \"Perhaps\"}"))))
        .contains("<Code>InvalidInput</Code><Message>PolicyInputList.1: ");
    assertThat(
            refused(start + "&PolicySourceArn=" + ROLE + ENDPOINT.replace("=string", "=numeric")))
        .contains("Context key aws:SourceVpce: vpce-1 is no value of type numeric.");
  }

  @Test
  void keysThatPoliciesAskForAreTold() throws InterruptedException {
    String policy =
        statements(
            "{\"Effect\": \"Allow\", \"Action\": \"s3:*\","
                + " \"Resource\": \"arn:aws:s3:::b/${aws:username}\","
                + " \"Condition\": {\"DateGreaterThan\": {\"aws:CurrentTime\":"
                + " \"2026-01-01T00:00:00Z\"}}}");
    assertThat(
            ok("Action=GetContextKeysForCustomPolicy&PolicyInputList.member.1=" + encoded(policy)))
        .contains("<ContextKeyNames><member>aws:username</member><member>aws:CurrentTime</member>");
    assertThat(ok("Action=GetContextKeysForPrincipalPolicy&PolicySourceArn=" + ROLE))
        .contains("<ContextKeyNames><member>aws:SourceVpce</member></ContextKeyNames>");
    assertThat(
            ok(
                "Action=SimulateCustomPolicy&ActionNames.member.1=s3:GetObject"
                    + "&PolicyInputList.member.1="
                    + encoded(policy)))
        .contains(
            "<MissingContextValues><member>aws:username</member><member>aws:CurrentTime</member>");
  }

  @Test
  void theSimulatorAgreesWithWhatIsDecidedForTheRole() throws InterruptedException {
    Principal.Identity session =
        Principal.Identity.session(
            "arn:aws:sts::111122223333:assumed-role/reader/s", ROLE, TestingEndpoint.ACCOUNT);
    for (String action : List.of("GetItem", "DeleteItem", "PutItem")) {
      for (String endpointId : List.of("vpce-1", "vpce-2")) {
        boolean allowed =
            Access.decide(
                    iam.principalPolicies(session),
                    ResourcePolicies.none(),
                    new AccessRequest(
                        session,
                        "dynamodb:" + action,
                        TABLE,
                        TestingEndpoint.ACCOUNT,
                        Context.builder().put("aws:SourceVpce", endpointId).build()))
                .allowed();
        String text =
            principal(
                "dynamodb:" + action,
                "&ResourceArns.member.1=" + TABLE + ENDPOINT.replace("vpce-1", endpointId));
        assertThat(all(text, "<EvalDecision>(.*?)</EvalDecision>").getFirst().equals("allowed"))
            .as(action + " " + endpointId)
            .isEqualTo(allowed);
      }
    }
  }

  private String principal(String action, String more) throws InterruptedException {
    return ok(
        "Action=SimulatePrincipalPolicy&ActionNames.member.1="
            + action
            + "&PolicySourceArn="
            + ROLE
            + more);
  }

  private HttpResponse query(String form) throws InterruptedException {
    return endpoint.query("iam", form + "&Version=2010-05-08");
  }

  private String ok(String form) throws InterruptedException {
    HttpResponse response = query(form);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return response.text();
  }

  private String refused(String form) throws InterruptedException {
    HttpResponse response = query(form);
    assertThat(response.status()).as(response.text()).isEqualTo(400);
    return response.text();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static List<String> all(String text, String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
