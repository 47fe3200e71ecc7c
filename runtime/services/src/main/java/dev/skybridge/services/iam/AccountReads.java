package dev.skybridge.services.iam;

import dev.skybridge.policy.AccountId;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** The operations that read all of an account at once. */
final class AccountReads {
  private static final List<String> KINDS =
      List.of("User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy");

  private final Iam iam;
  private final AccessKeys keys;
  private final RoleReads roles;
  private final PolicyReads policies;

  AccountReads(Iam iam, AccessKeys keys) {
    this.iam = iam;
    this.keys = keys;
    this.roles = new RoleReads(iam);
    this.policies = new PolicyReads(iam);
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.named("GetAccountSummary", this::summary),
        ApiOperation.named("GetAccountAuthorizationDetails", this::details));
  }

  /** What there is, and the quotas that are enforced here; other entries of AWS's are left out. */
  private ApiAnswer summary(ApiCall call) {
    call.authorize("iam:GetAccountSummary", "*");
    AccountId account = call.scope().account();
    List<ManagedPolicy> own = iam.managedPolicies(account);
    SequencedMap<String, Output> map = new LinkedHashMap<>();
    map.put("Users", new Output.Whole(keys.of(account).isPresent() ? 1 : 0));
    map.put("Groups", new Output.Whole(0));
    map.put("Roles", new Output.Whole(iam.roles(account).size()));
    map.put("InstanceProfiles", new Output.Whole(iam.instanceProfiles(account).size()));
    map.put("Policies", new Output.Whole(own.size()));
    map.put(
        "PolicyVersionsInUse",
        new Output.Whole(own.stream().mapToLong(policy -> policy.versions().size()).sum()));
    map.put("VersionsPerPolicyQuota", new Output.Whole(5));
    map.put("PolicySizeQuota", new Output.Whole(6144));
    map.put("AssumeRolePolicySizeQuota", new Output.Whole(2048));
    map.put("MFADevices", new Output.Whole(0));
    map.put("AccountMFAEnabled", new Output.Whole(0));
    map.put("AccountAccessKeysPresent", new Output.Whole(0));
    return ApiAnswer.of(
        Output.Structure.builder().put("SummaryMap", new Output.Entries(map)).build());
  }

  /** Something of the account, and where it sorts. */
  private record Detail(String kind, String name, Output shape) {
    String key() {
      return kind + " " + name;
    }
  }

  private ApiAnswer details(ApiCall call) {
    call.authorize("iam:GetAccountAuthorizationDetails", "*");
    Input input = call.input();
    Set<String> wanted = new TreeSet<>(input.texts("Filter"));
    for (String kind : wanted) {
      if (!KINDS.contains(kind)) {
        throw input.constraint("Filter", kind, "Member must satisfy enum value set: " + KINDS);
      }
    }
    List<Detail> all =
        all(call).stream()
            .filter(detail -> wanted.isEmpty() || wanted.contains(detail.kind()))
            .toList();
    Page<Detail> page = Listing.page(call, all, Detail::key);
    return ApiAnswer.of(
        Listing.truncation(page)
            .put("UserDetailList", of(page, "User"))
            .structures("GroupDetailList", List.of())
            .put("RoleDetailList", of(page, "Role"))
            .put("Policies", of(page, "LocalManagedPolicy", "AWSManagedPolicy"))
            .build());
  }

  private static Output.Items of(Page<Detail> page, String... kinds) {
    return Output.Items.of(
        page.items().stream()
            .filter(detail -> List.of(kinds).contains(detail.kind()))
            .map(Detail::shape)
            .toList());
  }

  private List<Detail> all(ApiCall call) {
    AccountId account = call.scope().account();
    List<Detail> all = new ArrayList<>();
    keys.of(account)
        .ifPresent(user ->
            all.add(
                new Detail(
                    "User",
                    Administrator.NAME,
                    UserReads.described(user)
                        .structures("GroupList", List.of())
                        .structures(
                            "AttachedManagedPolicies",
                            List.of(
                                Shapes.attached(
                                    "AdministratorAccess", UserReads.administratorAccess(call))))
                        .build())));
    iam.roles(account)
        .forEach(role ->
            all.add(new Detail("Role", role.name(), roles.detail(role, ProfileReads::described))));
    iam.managedPolicies(account)
        .forEach(policy ->
            all.add(new Detail("LocalManagedPolicy", policy.arn(), policies.detail(call, policy))));
    iam.awsManagedPolicies(call.scope().region()).stream()
        .filter(policy -> policies.isUsed(call, policy))
        .forEach(policy ->
            all.add(new Detail("AWSManagedPolicy", policy.arn(), policies.detail(call, policy))));
    return all;
  }
}
