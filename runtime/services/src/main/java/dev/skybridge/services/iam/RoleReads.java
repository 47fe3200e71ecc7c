package dev.skybridge.services.iam;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The operations that read roles and what is part of them. */
final class RoleReads {
  private final Iam iam;
  private final IamChecks checks;

  RoleReads(Iam iam) {
    this.iam = iam;
    this.checks = new IamChecks(iam);
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.named("GetRole", this::role),
        ApiOperation.named("ListRoles", this::roles),
        ApiOperation.named("ListRoleTags", this::tags),
        ApiOperation.named("ListRolePolicies", this::policyNames),
        ApiOperation.named("GetRolePolicy", this::policy),
        ApiOperation.named("ListAttachedRolePolicies", this::attachedPolicies));
  }

  private ApiAnswer role(ApiCall call) {
    Role role = allowed(call, "iam:GetRole");
    return ApiAnswer.of(Output.Structure.builder().put("Role", described(role)).build());
  }

  private ApiAnswer roles(ApiCall call) {
    String prefix = call.input().find("PathPrefix").orElse("/");
    call.authorize("iam:ListRoles", call.scope().globalArn("iam", "role" + prefix).toString());
    List<Role> roles =
        iam.roles(call.scope().account()).stream()
            .filter(role -> Shapes.path(role.arn()).startsWith(prefix))
            .toList();
    return Listing.of(call, "Roles", roles, Role::name, role -> basics(role).build());
  }

  private ApiAnswer tags(ApiCall call) {
    Role role = allowed(call, "iam:ListRoleTags");
    return Listing.of(
        call,
        "Tags",
        List.copyOf(new TreeMap<>(role.tags()).entrySet()),
        Map.Entry::getKey,
        tag ->
            Output.Structure.builder()
                .put("Key", tag.getKey())
                .put("Value", tag.getValue())
                .build());
  }

  private ApiAnswer policyNames(ApiCall call) {
    Role role = allowed(call, "iam:ListRolePolicies");
    return Listing.of(
        call,
        "PolicyNames",
        iam.inlinePolicies(role.account(), role.name()),
        InlinePolicy::name,
        policy -> new Output.Text(policy.name()));
  }

  private ApiAnswer policy(ApiCall call) {
    Role role = allowed(call, "iam:GetRolePolicy");
    String name = call.input().text("PolicyName");
    InlinePolicy policy =
        iam.inlinePolicies(role.account(), role.name()).stream()
            .filter(each -> each.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() ->
                Shapes.noSuchEntity("The role policy with name " + name + " cannot be found."));
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("RoleName", role.name())
            .put("PolicyName", policy.name())
            .put("PolicyDocument", Shapes.encoded(policy.policy()))
            .build());
  }

  private ApiAnswer attachedPolicies(ApiCall call) {
    Role role = allowed(call, "iam:ListAttachedRolePolicies");
    String prefix = call.input().find("PathPrefix").orElse("/");
    List<ManagedPolicy> policies =
        attached(role).stream()
            .filter(policy -> Shapes.path(policy.arn()).startsWith(prefix))
            .toList();
    return Listing.of(
        call,
        "AttachedPolicies",
        policies,
        ManagedPolicy::arn,
        policy -> Shapes.attached(policy.name(), policy.arn()));
  }

  private List<ManagedPolicy> attached(Role role) {
    return iam.attachments(role.account(), role.name()).stream()
        .flatMap(each -> iam.managedPolicy(each.policyArn()).stream())
        .toList();
  }

  /** The role that a call names; a role that is not there is judged by the ARN it would have. */
  private Role allowed(ApiCall call, String action) {
    String name = call.input().text("RoleName");
    String arn =
        iam.role(call.scope().account(), name)
            .map(Role::arn)
            .orElseGet(() -> call.scope().globalArn("iam", "role/" + name).toString());
    call.authorize(action, arn);
    return checks.roleExists(call.scope().account(), name);
  }

  /** A role as GetRole has it; when it was used last is not kept, so nothing is said of it. */
  private static Output.Structure described(Role role) {
    Output.Builder builder = basics(role);
    role.boundary().ifPresent(arn -> builder.put("PermissionsBoundary", boundary(arn)));
    return Shapes.tags(builder, role.tags()).build();
  }

  /** A role as listings have it. */
  static Output.Builder basics(Role role) {
    Output.Builder builder =
        Output.Structure.builder()
            .put("Path", Shapes.path(role.arn()))
            .put("RoleName", role.name())
            .put("RoleId", role.id())
            .put("Arn", role.arn());
    return Shapes.date(builder, "CreateDate", role.created())
        .put("AssumeRolePolicyDocument", Shapes.encoded(role.trust()))
        .putIf("Description", role.description())
        .put("MaxSessionDuration", role.maximumSession().toSeconds());
  }

  /** A role as GetAccountAuthorizationDetails has it. */
  Output.Structure detail(Role role, BiFunction<Iam, InstanceProfile, Output.Structure> profile) {
    Output.Builder builder =
        Output.Structure.builder()
            .put("Path", Shapes.path(role.arn()))
            .put("RoleName", role.name())
            .put("RoleId", role.id())
            .put("Arn", role.arn());
    Shapes.date(builder, "CreateDate", role.created())
        .put("AssumeRolePolicyDocument", Shapes.encoded(role.trust()))
        .structures(
            "InstanceProfileList",
            iam.profilesOf(role.account(), role.name()).stream()
                .map(each -> profile.apply(iam, each))
                .toList())
        .structures(
            "RolePolicyList",
            iam.inlinePolicies(role.account(), role.name()).stream().map(Shapes::inline).toList())
        .structures(
            "AttachedManagedPolicies",
            attached(role).stream()
                .map(policy -> Shapes.attached(policy.name(), policy.arn()))
                .toList());
    role.boundary().ifPresent(arn -> builder.put("PermissionsBoundary", boundary(arn)));
    return builder.tags("Tags", new TreeMap<>(role.tags())).build();
  }

  private static Output.Builder boundary(String arn) {
    return Output.Structure.builder()
        .put("PermissionsBoundaryType", "Policy")
        .put("PermissionsBoundaryArn", Arn.parse(arn).toString());
  }
}
