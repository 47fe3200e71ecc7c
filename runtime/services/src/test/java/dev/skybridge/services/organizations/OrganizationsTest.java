package dev.skybridge.services.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.Organization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom control policies hold for, and what the API refuses. */
class OrganizationsTest {
  private static final AccountId MANAGEMENT = new AccountId("111122223333");
  private static final AccountId MEMBER = new AccountId("444455556666");
  private static final AccountId OTHER = new AccountId("777788889999");
  private static final String NO_SCAN =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "NoScan", "Effect": "Deny", "Action": "dynamodb:Scan", "Resource": "*"}]}
      """;
  private static final String NO_KEYS =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"}]}
      """;

  private final Organization organization = Organization.of(MANAGEMENT.value());
  private final Organizations organizations =
      new Organizations(organization, () -> List.of(MANAGEMENT, MEMBER, OTHER));

  private void put(String id, ControlType type, String json) {
    organizations.put(
        new ControlPolicy(
            id,
            "arn:aws:organizations::111122223333:policy/o-1/" + type.path() + "/" + id,
            "policy-" + id,
            type,
            OrganizationChecks.policy(type, json)));
  }

  private void attach(String id, String target) {
    PolicyAttachment attachment = new PolicyAttachment(id, target);
    organizations.checks().attachable(attachment);
    organizations.put(attachment);
  }

  private Decision decide(AccountId account, String action) {
    Principal.Identity user =
        Principal.Identity.user("arn:aws:iam::" + account + ":user/max", account);
    Policy all =
        Policy.parse(
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
                + " \"Resource\": \"*\"}}");
    return Access.decide(
        PrincipalPolicies.of(List.of(new AttachedPolicy(user.arn(), "all", all)))
            .withServiceControl(organizations.serviceControl(account)),
        new ResourcePolicies(Optional.empty(), organizations.resourceControl(account, action)),
        new AccessRequest(user, action, "*", account, Context.empty()));
  }

  @Test
  void whereNothingIsAttachedNothingIsAsked() {
    put("p-1", ControlType.SERVICE_CONTROL_POLICY, NO_SCAN);
    assertThat(organizations.serviceControl(MEMBER)).isEmpty();
    assertThat(organizations.resourceControl(MEMBER, "kms:Decrypt")).isEmpty();
  }

  @Test
  void aServiceControlPolicyHoldsForItsAccountAlone() {
    put("p-1", ControlType.SERVICE_CONTROL_POLICY, NO_SCAN);
    attach("p-1", MEMBER.value());
    Decision refused = decide(MEMBER, "dynamodb:Scan");
    assertThat(refused.cause()).isEqualTo(Decision.Cause.DENIED_BY_SERVICE_CONTROL);
    assertThat(refused.verdict().rule().text())
        .isEqualTo("policy policy-p-1, statement 1 (Sid NoScan)");
    assertThat(decide(MEMBER, "dynamodb:Query").allowed())
        .as("FullAWSAccess stays attached")
        .isTrue();
    assertThat(decide(OTHER, "dynamodb:Scan").allowed()).isTrue();
    organizations.remove(new PolicyAttachment("p-1", MEMBER.value()));
    assertThat(decide(MEMBER, "dynamodb:Scan").allowed()).isTrue();
  }

  @Test
  void aPolicyOfTheRootHoldsForAllButTheManagementAccount() {
    put("p-1", ControlType.SERVICE_CONTROL_POLICY, NO_SCAN);
    attach("p-1", organization.rootId());
    assertThat(decide(MEMBER, "dynamodb:Scan").allowed()).isFalse();
    assertThat(decide(OTHER, "dynamodb:Scan").allowed()).isFalse();
    assertThat(decide(MANAGEMENT, "dynamodb:Scan").allowed()).isTrue();
  }

  @Test
  void aResourceControlPolicyHoldsForTheServicesThatSupportThem() {
    put("p-2", ControlType.RESOURCE_CONTROL_POLICY, NO_KEYS);
    attach("p-2", MEMBER.value());
    assertThat(decide(MEMBER, "kms:Decrypt").cause())
        .isEqualTo(Decision.Cause.DENIED_BY_RESOURCE_CONTROL);
    assertThat(decide(MEMBER, "kms:Encrypt").allowed()).isTrue();
    assertThat(organizations.resourceControl(MEMBER, "lambda:InvokeFunction")).isEmpty();
  }

  @Test
  void onlyTheManagementAccountMakesPolicies() {
    organizations.checks().isManagement(MANAGEMENT);
    assertRefused(
        () -> organizations.checks().isManagement(MEMBER),
        "AccessDeniedException",
        "You don't have permissions to access this resource.");
  }

  @Test
  void whatIsNoPolicyOfItsTypeIsMalformed() {
    assertRefused(
        () -> OrganizationChecks.policy(ControlType.SERVICE_CONTROL_POLICY, NO_KEYS),
        "MalformedPolicyDocumentException",
        "The provided policy document does not meet the requirements of the specified policy type.");
    assertRefused(
        () ->
            OrganizationChecks.policy(
                ControlType.SERVICE_CONTROL_POLICY, NO_SCAN + " ".repeat(10_240)),
        "ConstraintViolationException",
        "You have exceeded the maximum policy size.");
  }

  @Test
  void attachmentsAreChecked() {
    assertRefused(
        () -> attach("p-9", MEMBER.value()),
        "PolicyNotFoundException",
        "You specified a policy that does not exist.");
    put("p-1", ControlType.SERVICE_CONTROL_POLICY, NO_SCAN);
    assertRefused(
        () -> attach("p-1", "999999999999"),
        "TargetNotFoundException",
        "You specified a target that does not exist.");
    attach("p-1", MEMBER.value());
    assertRefused(
        () -> attach("p-1", MEMBER.value()),
        "DuplicatePolicyAttachmentException",
        "A policy is already attached to the specified target.");
    assertRefused(
        () -> organizations.checks().unattached("p-1"),
        "PolicyInUseException",
        "The policy is attached to one or more entities.");
    assertRefused(
        () -> organizations.checks().nameFree(ControlType.SERVICE_CONTROL_POLICY, "policy-p-1", ""),
        "DuplicatePolicyException",
        "A policy with the specified name and type already exists.");
    for (int i = 2; i <= 9; i++) {
      put("p-" + i, ControlType.SERVICE_CONTROL_POLICY, NO_SCAN);
      attach("p-" + i, MEMBER.value());
    }
    put("p-10", ControlType.SERVICE_CONTROL_POLICY, NO_SCAN);
    assertRefused(
        () -> attach("p-10", MEMBER.value()),
        "ConstraintViolationException",
        "You have attached the maximum number of policies to the specified target.");
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
