package dev.skybridge.services.iam;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.ArrayList;
import java.util.List;

/** The operations that read managed policies. */
final class PolicyReads {
  private static final List<String> ENTITIES =
      List.of("User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy");

  private final Iam iam;

  PolicyReads(Iam iam) {
    this.iam = iam;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.named("GetPolicy", this::policy),
        ApiOperation.named("GetPolicyVersion", this::version),
        ApiOperation.named("ListPolicyVersions", this::versions),
        ApiOperation.named("ListPolicies", this::policies),
        ApiOperation.named("ListEntitiesForPolicy", this::entities));
  }

  private ApiAnswer policy(ApiCall call) {
    ManagedPolicy policy = allowed(call, "iam:GetPolicy");
    Output.Builder builder = described(call, policy).putIf("Description", policy.description());
    return ApiAnswer.of(
        Output.Structure.builder().put("Policy", Shapes.tags(builder, policy.tags())).build());
  }

  private ApiAnswer version(ApiCall call) {
    ManagedPolicy policy = allowed(call, "iam:GetPolicyVersion");
    String id = call.input().text("VersionId");
    ManagedPolicy.Version version =
        policy.versions().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                Shapes.noSuchEntity(
                    "Policy "
                        + policy.arn()
                        + " version "
                        + id
                        + " does not exist or is not attachable."));
    return ApiAnswer.of(
        Output.Structure.builder().put("PolicyVersion", described(policy, version, true)).build());
  }

  private ApiAnswer versions(ApiCall call) {
    ManagedPolicy policy = allowed(call, "iam:ListPolicyVersions");
    // Newest first, and never more than five: what is newer sorts before.
    return Listing.of(
        call,
        "Versions",
        policy.versions(),
        version -> "%09d".formatted(999_999_999 - Integer.parseInt(version.id().substring(1))),
        version -> described(policy, version, false));
  }

  private ApiAnswer policies(ApiCall call) {
    Input input = call.input();
    String prefix = input.find("PathPrefix").orElse("/");
    call.authorize("iam:ListPolicies", call.scope().globalArn("iam", "policy" + prefix).toString());
    List<ManagedPolicy> policies = new ArrayList<>();
    String scope = input.find("Scope").orElse("All");
    if (!List.of("All", "AWS", "Local").contains(scope)) {
      throw input.constraint(
          "Scope", scope, "Member must satisfy enum value set: [All, AWS, Local]");
    }
    if (!scope.equals("AWS")) {
      policies.addAll(iam.managedPolicies(call.scope().account()));
    }
    if (!scope.equals("Local")) {
      policies.addAll(iam.awsManagedPolicies(call.scope().region()));
    }
    boolean boundaries = usage(input).equals("PermissionsBoundary");
    boolean used = input.flag("OnlyAttached", false) || input.has("PolicyUsageFilter");
    policies.removeIf(policy ->
        !Shapes.path(policy.arn()).startsWith(prefix)
            || (used && (boundaries ? bounds(call, policy) : attachments(call, policy)) == 0));
    return Listing.of(
        call, "Policies", policies, ManagedPolicy::arn, policy -> described(call, policy).build());
  }

  private static String usage(Input input) {
    String usage = input.find("PolicyUsageFilter").orElse("PermissionsPolicy");
    if (!List.of("PermissionsPolicy", "PermissionsBoundary").contains(usage)) {
      throw input.constraint(
          "PolicyUsageFilter",
          usage,
          "Member must satisfy enum value set: [PermissionsPolicy, PermissionsBoundary]");
    }
    return usage;
  }

  /** Roles only: there are no groups, and the administrator's policy is nobody's to detach. */
  private ApiAnswer entities(ApiCall call) {
    ManagedPolicy policy = allowed(call, "iam:ListEntitiesForPolicy");
    Input input = call.input();
    String filter = input.find("EntityFilter").orElse("Role");
    if (!ENTITIES.contains(filter)) {
      throw input.constraint(
          "EntityFilter", filter, "Member must satisfy enum value set: " + ENTITIES);
    }
    String prefix = input.find("PathPrefix").orElse("/");
    List<Role> attached =
        (usage(input).equals("PermissionsBoundary")
                ? iam.boundedBy(policy.arn())
                : iam.attachmentsOf(policy.arn()).stream()
                    .flatMap(each -> iam.role(each.account(), each.role()).stream())
                    .toList())
            .stream()
                .filter(
                    role -> filter.equals("Role") && role.account().equals(call.scope().account()))
                .filter(role -> Shapes.path(role.arn()).startsWith(prefix))
                .toList();
    Page<Role> page = Listing.page(call, attached, Role::name);
    return ApiAnswer.of(
        Listing.truncation(page)
            .structures("PolicyGroups", List.of())
            .structures("PolicyUsers", List.of())
            .structures(
                "PolicyRoles",
                page.items().stream()
                    .map(role ->
                        Output.Structure.builder()
                            .put("RoleName", role.name())
                            .put("RoleId", role.id())
                            .build())
                    .toList())
            .build());
  }

  private ManagedPolicy allowed(ApiCall call, String action) {
    String arn = call.input().text("PolicyArn");
    if (!Arn.isArn(arn)) {
      throw call.input().invalid("ARN " + arn + " is not valid.");
    }
    call.authorize(action, arn);
    return iam.managedPolicy(arn)
        .filter(policy ->
            List.of("aws", call.scope().account().value()).contains(Arn.parse(arn).account()))
        .orElseThrow(() -> Shapes.noSuchEntity("Policy " + arn + " was not found."));
  }

  private long attachments(ApiCall call, ManagedPolicy policy) {
    return iam.attachmentsOf(policy.arn()).stream()
        .filter(each -> each.account().equals(call.scope().account()))
        .count();
  }

  private long bounds(ApiCall call, ManagedPolicy policy) {
    return iam.boundedBy(policy.arn()).stream()
        .filter(role -> role.account().equals(call.scope().account()))
        .count();
  }

  /** A policy as listings have it. */
  Output.Builder described(ApiCall call, ManagedPolicy policy) {
    Output.Builder builder = Output.Structure.builder().put("PolicyName", policy.name());
    if (!policy.id().isEmpty()) {
      builder.put("PolicyId", policy.id());
    }
    builder
        .put("Arn", policy.arn())
        .put("Path", Shapes.path(policy.arn()))
        .put("DefaultVersionId", policy.defaultVersion().id())
        .put("AttachmentCount", attachments(call, policy))
        .put("PermissionsBoundaryUsageCount", bounds(call, policy))
        .put("IsAttachable", true);
    Shapes.date(builder, "CreateDate", policy.created());
    return Shapes.date(builder, "UpdateDate", policy.defaultVersion().created());
  }

  private static Output.Structure described(
      ManagedPolicy policy, ManagedPolicy.Version version, boolean document) {
    Output.Builder builder = Output.Structure.builder();
    if (document) {
      builder.put("Document", Shapes.encoded(version.policy()));
    }
    builder
        .put("VersionId", version.id())
        .put("IsDefaultVersion", version.equals(policy.defaultVersion()));
    return Shapes.date(builder, "CreateDate", version.created()).build();
  }

  /** A policy as GetAccountAuthorizationDetails has it. */
  Output.Structure detail(ApiCall call, ManagedPolicy policy) {
    return described(call, policy)
        .putIf("Description", policy.description())
        .structures(
            "PolicyVersionList",
            policy.versions().stream().map(each -> described(policy, each, true)).toList())
        .build();
  }

  /** Whether anybody of the account has it. */
  boolean isUsed(ApiCall call, ManagedPolicy policy) {
    return attachments(call, policy) + bounds(call, policy) > 0;
  }
}
