package dev.skybridge.services.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IamTest {
  private static final AccountId ACCOUNT = new AccountId("444455556666");
  private static final String ROLE_ARN = "arn:aws:iam::444455556666:role/get-orders";
  private static final String VPC_ACCESS =
      "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
       "Principal": {"Service": "lambda.amazonaws.com"}}]}
      """;
  private static final String READ =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "dynamodb:Query",
       "Resource": "*"}]}
      """;

  private final Iam iam = new Iam();
  private final IamChecks checks = new IamChecks(iam);

  @Test
  void aSessionMayWhatInlineAndManagedPoliciesSay() {
    putRole();
    iam.put(
        new InlinePolicy(
            ACCOUNT, "get-orders", "orders", IamChecks.inlinePolicy("get-orders", READ)));
    iam.put(new Attachment(ACCOUNT, "get-orders", VPC_ACCESS));

    assertThat(iam.identityPolicies(ROLE_ARN))
        .extracting(AttachedPolicy::owner, AttachedPolicy::name)
        .containsExactly(
            tuple(ROLE_ARN, "orders"), tuple(VPC_ACCESS, "AWSLambdaVPCAccessExecutionRole"));
    assertThat(iam.identityPolicies(ROLE_ARN.replace("4444", "5555"))).isEmpty();
  }

  @Test
  void aChangeOfARecordCountsAtOnce() {
    String policy = "arn:aws:iam::444455556666:policy/orders";
    iam.put(new Attachment(ACCOUNT, "get-orders", policy));
    iam.put(
        new InlinePolicy(
            ACCOUNT, "Get-Orders", "more", IamChecks.inlinePolicy("Get-Orders", READ)));
    putRole();
    assertThat(iam.identityPolicies(ROLE_ARN))
        .extracting(AttachedPolicy::name)
        .containsExactly("more");

    iam.put(new ManagedPolicy(policy, "orders", IamChecks.managedPolicy(READ)));
    iam.removeInlinePolicy(ACCOUNT, "get-orders", "more");
    assertThat(iam.identityPolicies(ROLE_ARN))
        .extracting(AttachedPolicy::name)
        .containsExactly("orders");

    iam.removeManagedPolicy(policy);
    assertThat(iam.identityPolicies(ROLE_ARN)).isEmpty();
    iam.put(new ManagedPolicy(policy, "orders", IamChecks.managedPolicy(READ)));
    iam.removeRole(ACCOUNT, "get-orders");
    assertThat(iam.identityPolicies(ROLE_ARN)).isEmpty();
  }

  @Test
  void aRoleHasNothingOfOneWhoseNameBeginsAlike() {
    putRole();
    iam.put(
        new InlinePolicy(
            ACCOUNT, "get-orders-2", "other", IamChecks.inlinePolicy("get-orders-2", READ)));
    iam.put(new Attachment(ACCOUNT, "get-orders-2", VPC_ACCESS));

    assertThat(iam.inlinePolicies(ACCOUNT, "get-orders")).isEmpty();
    assertThat(iam.attachments(ACCOUNT, "get-orders")).isEmpty();
    assertThat(iam.attachments(ACCOUNT, "GET-ORDERS-2")).hasSize(1);
  }

  @Test
  void aBoundaryComesWithTheSessionsOfItsRoleAndIsInUse() {
    String boundary = "arn:aws:iam::444455556666:policy/limit";
    iam.put(bounded(boundary));
    iam.put(new ManagedPolicy(boundary, "limit", IamChecks.managedPolicy(READ)));

    assertThat(iam.principalPolicies(session()).boundary().orElseThrow().owner())
        .isEqualTo(boundary);
    assertRefused(
        () -> checks.policyUnused(boundary),
        "DeleteConflict",
        "Cannot delete a policy attached to entities.");
  }

  @Test
  void aBoundaryThatIsNotThereAllowsNothing() {
    iam.put(bounded("arn:aws:iam::444455556666:policy/gone"));
    iam.put(
        new InlinePolicy(
            ACCOUNT, "get-orders", "orders", IamChecks.inlinePolicy("get-orders", READ)));
    AccessRequest request =
        new AccessRequest(session(), "dynamodb:Query", "*", ACCOUNT, Context.empty());

    assertThat(
            Access.decide(iam.principalPolicies(session()), ResourcePolicies.none(), request)
                .cause())
        .isEqualTo(Decision.Cause.NOT_ALLOWED_BY_BOUNDARY);
  }

  @Test
  void policiesHaveTheirLimits() {
    String long1 = READ.replace("dynamodb:Query", "dynamodb:" + "Q".repeat(10_000));
    IamChecks.inlinePolicy("get-orders", long1);
    assertRefused(
        () -> IamChecks.managedPolicy(long1),
        "LimitExceeded",
        "Cannot exceed quota for PolicySize: 6144");
  }

  @Test
  void aRoleIsKnownOnlyByItsWholeArn() {
    putRole();
    assertThat(iam.role(ROLE_ARN)).isPresent();
    assertThat(iam.role("arn:aws:iam::444455556666:role/path/get-orders")).isEmpty();
    assertThat(iam.role("get-orders")).isEmpty();
  }

  @Test
  void namesAreTakenWithoutRegardToCase() {
    putRole();
    assertRefused(
        () -> checks.roleNameFree(ACCOUNT, "Get-Orders"),
        "EntityAlreadyExists",
        "Role with name Get-Orders already exists.");
    checks.roleNameFree(new AccountId("111122223333"), "get-orders");
  }

  @Test
  void theDeployersNameIsTaken() {
    assertRefused(
        () -> checks.roleNameFree(ACCOUNT, "SkybridgeDeployer"),
        "EntityAlreadyExists",
        "Role with name SkybridgeDeployer already exists.");
  }

  @Test
  void anUnknownPolicyOfAwsIsRefused() {
    assertThat(checks.policyExists(VPC_ACCESS.replace("arn:aws:", "arn:aws-cn:")).name())
        .isEqualTo("AWSLambdaVPCAccessExecutionRole");
    assertRefused(
        () -> checks.policyExists("arn:aws:iam::aws:policy/PowerUserAccess"),
        "NoSuchEntity",
        "Policy arn:aws:iam::aws:policy/PowerUserAccess does not exist or is not attachable."
            + " Of AWS's own policies these are kept here: AWSLambdaVPCAccessExecutionRole,"
            + " AdministratorAccess, AmazonSSMManagedInstanceCore");
  }

  @Test
  void aRoleInUseCannotBeDeleted() {
    putRole();
    iam.put(
        new InlinePolicy(
            ACCOUNT, "get-orders", "orders", IamChecks.inlinePolicy("get-orders", READ)));
    assertRefused(
        () -> checks.roleUnused(ACCOUNT, "get-orders"),
        "DeleteConflict",
        "Cannot delete entity, must delete policies first.");
    iam.put(new Attachment(ACCOUNT, "get-orders", VPC_ACCESS));
    assertRefused(
        () -> checks.roleUnused(ACCOUNT, "get-orders"),
        "DeleteConflict",
        "Cannot delete entity, must detach all policies first.");
    iam.put(
        new InstanceProfile(
            ACCOUNT,
            "arn",
            "profile",
            "AIPA1",
            Optional.of("get-orders"),
            Map.of(),
            Optional.empty()));
    assertRefused(
        () -> checks.roleUnused(ACCOUNT, "get-orders"),
        "DeleteConflict",
        "Cannot delete entity, must remove roles from instance profile first.");

    iam.removeInstanceProfile(ACCOUNT, "profile");
    iam.removeAttachment(new Attachment(ACCOUNT, "get-orders", VPC_ACCESS));
    iam.removeInlinePolicy(ACCOUNT, "get-orders", "orders");
    checks.roleUnused(ACCOUNT, "get-orders");
  }

  @Test
  void aMalformedPolicyIsRefusedWithItsPlace() {
    assertRefused(
        () -> IamChecks.inlinePolicy("get-orders", TRUST),
        "MalformedPolicyDocument",
        "Policy document should not specify a principal. (line 2, column 2)");
    assertRefused(
        () -> IamChecks.trustPolicy(READ),
        "MalformedPolicyDocument",
        "Missing required field Principal (line 1, column 41)");
  }

  @Test
  void theDeployerMayDoEverythingInItsAccount() {
    Scope scope = new Scope(ACCOUNT, new Region("eu-central-1"));
    assertThat(Deployer.of(scope).arn())
        .isEqualTo("arn:aws:sts::444455556666:assumed-role/SkybridgeDeployer/terraform");
    assertThat(iam.identityPolicies(Deployer.of(scope).roleArn().orElseThrow()))
        .extracting(AttachedPolicy::name)
        .containsExactly("AdministratorAccess");
  }

  private static Role bounded(String policyArn) {
    return new Role(
        ACCOUNT,
        ROLE_ARN,
        "get-orders",
        "AROA1",
        IamChecks.trustPolicy(TRUST),
        Duration.ofHours(1),
        Map.of(),
        Optional.of(policyArn),
        Optional.empty(),
        Optional.empty());
  }

  private static Principal.Identity session() {
    return Principal.Identity.session(
        "arn:aws:sts::444455556666:assumed-role/get-orders/s", ROLE_ARN, ACCOUNT);
  }

  private void putRole() {
    iam.put(new Role(ACCOUNT, ROLE_ARN, "get-orders", "AROA1", IamChecks.trustPolicy(TRUST)));
  }

  private static void assertRefused(Runnable call, String code, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.awsMessage()).isEqualTo(message);
            });
  }
}
