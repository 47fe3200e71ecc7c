package dev.skybridge.services.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.Organization;
import dev.skybridge.services.api.TestingEndpoint;
import java.net.URLDecoder;
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

/** IAM as a client sees it: signed requests in, XML out. */
class IamApiTest {
  private static final String VERSION = "&Version=2010-05-08";
  private static final String ACCOUNT = "arn:aws:iam::111122223333:";
  private static final String LAMBDA =
      "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
  private static final Optional<Instant> CREATED =
      Optional.of(Instant.parse("2026-11-24T10:00:00Z"));
  private static final String TRUST =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                     "Principal": {"Service": "lambda.amazonaws.com"}}}
      """;
  private static final String READ =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Action\":\"dynamodb:Get*\",\"Resource\":\"*\"}]}";

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
    role("reader", Map.of("team", "tea", "app", "orders"), Optional.of(ACCOUNT + "policy/limit"));
    iam.put(
        new InlinePolicy(
            TestingEndpoint.ACCOUNT, "reader", "read", IamChecks.inlinePolicy("reader", READ)));
    iam.put(new Attachment(TestingEndpoint.ACCOUNT, "reader", LAMBDA));
    iam.put(
        new ManagedPolicy(
            ACCOUNT + "policy/limit",
            "limit",
            "ANPALIMIT",
            Optional.of("the most"),
            CREATED,
            Map.of(),
            List.of(
                new ManagedPolicy.Version("v2", IamChecks.managedPolicy(READ), CREATED),
                new ManagedPolicy.Version("v1", IamChecks.managedPolicy(READ), CREATED))));
    iam.put(
        new InstanceProfile(
            TestingEndpoint.ACCOUNT,
            ACCOUNT + "instance-profile/client",
            "client",
            "AIPACLIENT",
            Optional.of("reader"),
            Map.of(),
            CREATED));
  }

  private void role(String name, Map<String, String> tags, Optional<String> boundary) {
    iam.put(
        new Role(
            TestingEndpoint.ACCOUNT,
            ACCOUNT + "role/app/" + name,
            name,
            "AROA" + name.toUpperCase(java.util.Locale.ROOT),
            IamChecks.trustPolicy(TRUST),
            Duration.ofHours(2),
            tags,
            boundary,
            Optional.of("reads & lists"),
            CREATED));
  }

  @Test
  void aRoleIsDescribedWithItsTrustPolicyLetterForLetter() throws InterruptedException {
    String text = ok("Action=GetRole&RoleName=READER");
    assertThat(text)
        .contains(
            "<GetRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetRoleResult><Role>"
                + "<Path>/app/</Path><RoleName>reader</RoleName><RoleId>AROAREADER</RoleId>"
                + "<Arn>arn:aws:iam::111122223333:role/app/reader</Arn>"
                + "<CreateDate>2026-11-24T10:00:00Z</CreateDate>",
            "<Description>reads &amp; lists</Description>"
                + "<MaxSessionDuration>7200</MaxSessionDuration>",
            "<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>"
                + "<PermissionsBoundaryArn>arn:aws:iam::111122223333:policy/limit"
                + "</PermissionsBoundaryArn></PermissionsBoundary>",
            "<Tags><member><Key>app</Key><Value>orders</Value></member>"
                + "<member><Key>team</Key><Value>tea</Value></member></Tags>");
    assertThat(text).contains("<AssumeRolePolicyDocument>%7B%22Version%22%3A%20%222012-10-17%22");
    assertThat(decoded(text, "AssumeRolePolicyDocument")).isEqualTo(TRUST);
  }

  @Test
  void whatIsNotThereIsNoSuchEntity() throws InterruptedException {
    assertNoSuchEntity("GetRole&RoleName=none", "The role with name none cannot be found.");
    assertNoSuchEntity(
        "GetRolePolicy&RoleName=reader&PolicyName=none",
        "The role policy with name none cannot be found.");
    assertNoSuchEntity(
        "GetPolicy&PolicyArn=" + ACCOUNT + "policy/none",
        "Policy arn:aws:iam::111122223333:policy/none was not found.");
    assertNoSuchEntity(
        "GetPolicyVersion&VersionId=v9&PolicyArn=" + ACCOUNT + "policy/limit",
        "Policy arn:aws:iam::111122223333:policy/limit version v9 does not exist or is not"
            + " attachable.");
    assertNoSuchEntity(
        "GetInstanceProfile&InstanceProfileName=none", "Instance Profile none cannot be found.");
    assertNoSuchEntity("GetUser&UserName=max", "The user with name max cannot be found.");
  }

  @Test
  void policiesOfARoleAreListedAndRead() throws InterruptedException {
    assertThat(ok("Action=ListRolePolicies&RoleName=reader"))
        .contains(
            "<IsTruncated>false</IsTruncated><PolicyNames><member>read</member></PolicyNames>");
    assertThat(
            decoded(ok("Action=GetRolePolicy&RoleName=reader&PolicyName=read"), "PolicyDocument"))
        .isEqualTo(READ);
    assertThat(ok("Action=ListAttachedRolePolicies&RoleName=reader"))
        .contains(
            "<AttachedPolicies><member><PolicyName>AWSLambdaVPCAccessExecutionRole</PolicyName>"
                + "<PolicyArn>"
                + LAMBDA
                + "</PolicyArn></member></AttachedPolicies>");
    assertThat(ok("Action=ListRoleTags&RoleName=reader"))
        .contains("<member><Key>team</Key><Value>tea</Value></member>");
  }

  @Test
  void listingsArePaged() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      role("r" + i, Map.of(), Optional.empty());
    }
    List<String> names = new ArrayList<>();
    String marker = "";
    int pages = 0;
    do {
      String text = ok("Action=ListRoles&MaxItems=2" + marker);
      names.addAll(all(text, "<RoleName>(.*?)</RoleName>"));
      List<String> next = all(text, "<Marker>(.*?)</Marker>");
      assertThat(text).contains("<IsTruncated>" + !next.isEmpty() + "</IsTruncated>");
      marker = next.isEmpty() ? "" : "&Marker=" + next.getFirst();
      pages++;
    } while (!marker.isEmpty());
    assertThat(names).containsExactly("r0", "r1", "r2", "r3", "reader");
    assertThat(pages).isEqualTo(3);
    assertThat(ok("Action=ListRoles&PathPrefix=/other/")).doesNotContain("<RoleName>");
    assertThat(query("Action=ListRoles&MaxItems=0").text())
        .contains(
            "<Code>ValidationError</Code><Message>1 validation error detected: Value &apos;0&apos;"
                .replace("&apos;", "'"));
    assertThat(query("Action=ListRoles&Marker=x").status()).isEqualTo(400);
  }

  @Test
  void managedPoliciesHaveTheirVersions() throws InterruptedException {
    assertThat(ok("Action=GetPolicy&PolicyArn=" + ACCOUNT + "policy/limit"))
        .contains(
            "<PolicyName>limit</PolicyName><PolicyId>ANPALIMIT</PolicyId>"
                + "<Arn>arn:aws:iam::111122223333:policy/limit</Arn><Path>/</Path>"
                + "<DefaultVersionId>v2</DefaultVersionId><AttachmentCount>0</AttachmentCount>"
                + "<PermissionsBoundaryUsageCount>1</PermissionsBoundaryUsageCount>");
    assertThat(
            all(
                ok("Action=ListPolicyVersions&PolicyArn=" + ACCOUNT + "policy/limit"),
                "<VersionId>(.*?)</VersionId><IsDefaultVersion>(?:true|false)"))
        .containsExactly("v2", "v1");
    assertThat(ok("Action=GetPolicyVersion&VersionId=v3&PolicyArn=" + LAMBDA))
        .contains("<IsDefaultVersion>true</IsDefaultVersion>", "2024-01-05T22:38:26Z");
    assertThat(ok("Action=ListEntitiesForPolicy&PolicyArn=" + LAMBDA))
        .contains("<PolicyRoles><member><RoleName>reader</RoleName>");
    assertThat(
            ok(
                "Action=ListEntitiesForPolicy&PolicyUsageFilter=PermissionsBoundary&PolicyArn="
                    + ACCOUNT
                    + "policy/limit"))
        .contains("<RoleName>reader</RoleName>");
    assertThat(all(ok("Action=ListPolicies&OnlyAttached=true"), "<PolicyName>(.*?)</PolicyName>"))
        .containsExactly("AWSLambdaVPCAccessExecutionRole");
    assertThat(all(ok("Action=ListPolicies&Scope=Local"), "<PolicyName>(.*?)</PolicyName>"))
        .containsExactly("limit");
    assertThat(query("Action=ListPolicies&Scope=Mine").status()).isEqualTo(400);
  }

  @Test
  void anInstanceProfileHasItsRole() throws InterruptedException {
    for (String action :
        List.of(
            "GetInstanceProfile&InstanceProfileName=client",
            "ListInstanceProfiles",
            "ListInstanceProfilesForRole&RoleName=reader")) {
      assertThat(ok("Action=" + action))
          .contains(
              "<InstanceProfileId>AIPACLIENT</InstanceProfileId>",
              "<RoleName>reader</RoleName>",
              "<CreateDate>2026-11-24T10:00:00Z</CreateDate>");
    }
  }

  @Test
  void theAdministratorIsAUserWhoseSecretIsNeverTold() throws InterruptedException {
    assertThat(ok("Action=GetUser&UserName=administrator"))
        .contains(
            "<Arn>arn:aws:iam::111122223333:user/administrator</Arn>"
                + "<CreateDate>2026-11-25T01:00:00Z</CreateDate>");
    assertThat(ok("Action=ListUsers")).contains("<UserName>administrator</UserName>");
    assertThat(ok("Action=ListAttachedUserPolicies&UserName=administrator"))
        .contains("<PolicyArn>arn:aws:iam::aws:policy/AdministratorAccess</PolicyArn>");
    String keys = ok("Action=ListAccessKeys&UserName=administrator");
    assertThat(keys).contains("<AccessKeyId>AKIA", "<Status>Active</Status>");
    assertThat(keys.toLowerCase(java.util.Locale.ROOT)).doesNotContain("secret");
  }

  @Test
  void theWholeAccountIsToldAtOnce() throws InterruptedException {
    String text = ok("Action=GetAccountAuthorizationDetails");
    assertThat(text)
        .contains(
            "<UserDetailList><member><Path>/</Path><UserName>administrator</UserName>",
            "<RolePolicyList><member><PolicyName>read</PolicyName>",
            "<GroupDetailList></GroupDetailList>");
    assertThat(all(text, "<DefaultVersionId>(.*?)</DefaultVersionId>"))
        .containsExactlyInAnyOrder("v2", "v3");
    assertThat(ok("Action=GetAccountAuthorizationDetails&Filter.member.1=Role"))
        .contains("<RoleName>reader</RoleName>", "<Policies></Policies>");
    assertThat(ok("Action=GetAccountSummary"))
        .contains("<entry><key>Roles</key><value>1</value></entry>");
  }

  @Test
  void aCallerWithoutTheRightIsDenied() throws InterruptedException {
    endpoint.rights = "iam:List*";
    assertThat(query("Action=ListRoles").status()).isEqualTo(200);
    HttpResponse response = query("Action=GetRole&RoleName=reader");
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.text())
        .contains(
            "<Code>AccessDenied</Code><Message>User: arn:aws:iam::111122223333:user/max is not"
                + " authorized to perform: iam:GetRole on resource:"
                + " arn:aws:iam::111122223333:role/app/reader because no identity-based policy"
                + " allows the iam:GetRole action</Message>");
  }

  @Test
  void aPolicyOfAnotherAccountIsNotFound() throws InterruptedException {
    String other = "arn:aws:iam::444455556666:policy/theirs";
    iam.put(new ManagedPolicy(other, "theirs", Policy.parse(READ)));
    assertNoSuchEntity("GetPolicy&PolicyArn=" + other, "Policy " + other + " was not found.");
  }

  private void assertNoSuchEntity(String action, String message) throws InterruptedException {
    HttpResponse response = query("Action=" + action);
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text())
        .contains("<Code>NoSuchEntity</Code><Message>" + message + "</Message>");
  }

  private HttpResponse query(String form) throws InterruptedException {
    return endpoint.query("iam", form + VERSION);
  }

  private String ok(String form) throws InterruptedException {
    HttpResponse response = query(form);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return response.text();
  }

  private static String decoded(String text, String element) {
    return URLDecoder.decode(
        all(text, "<" + element + ">(.*?)</" + element + ">").getFirst(), UTF_8);
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
