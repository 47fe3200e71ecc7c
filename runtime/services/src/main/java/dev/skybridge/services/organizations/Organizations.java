package dev.skybridge.services.organizations;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Policy;
import dev.skybridge.services.Organization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

/**
 * The organization of all accounts: a root, and right below it the accounts. There are no
 * organizational units. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 */
public final class Organizations {
  /**
   * The services to whose resources resource control policies apply, of those that are served here.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource
   *     control policies</a>
   */
  public static final Set<String> RESOURCE_CONTROLLED = Set.of("kms", "secretsmanager", "sts");

  private final Organization organization;
  private final Supplier<List<AccountId>> accounts;
  private final Map<String, ControlPolicy> policies = new ConcurrentSkipListMap<>();
  private final Set<PolicyAttachment> attachments =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(PolicyAttachment::targetId)
              .thenComparing(PolicyAttachment::policyId));

  /**
   * @param accounts the accounts that there are, now
   */
  public Organizations(Organization organization, Supplier<List<AccountId>> accounts) {
    this.organization = requireNonNull(organization);
    this.accounts = requireNonNull(accounts);
  }

  public Organization organization() {
    return organization;
  }

  /** The accounts in it, in order of their numbers. */
  public List<AccountId> accounts() {
    return accounts.get().stream().sorted(Comparator.comparing(AccountId::value)).toList();
  }

  /** What its API checks. */
  public OrganizationChecks checks() {
    return new OrganizationChecks(this);
  }

  public void put(ControlPolicy policy) {
    policies.put(policy.id(), policy);
  }

  public void put(PolicyAttachment attachment) {
    attachments.add(attachment);
  }

  public void removePolicy(String id) {
    policies.remove(id);
  }

  public void remove(PolicyAttachment attachment) {
    attachments.remove(attachment);
  }

  /** All policies, in order of their ids. */
  List<ControlPolicy> policies() {
    return List.copyOf(policies.values());
  }

  Optional<ControlPolicy> policy(String id) {
    return Optional.ofNullable(policies.get(id));
  }

  /** What is attached, to any target. */
  List<PolicyAttachment> attachments() {
    return List.copyOf(attachments);
  }

  /**
   * The service control policies that hold for the principals of an account: those of the root, and
   * those of the account. None for the management account, which they do not limit, and where none
   * is attached besides AWS's own that allow everything.
   */
  public List<List<AttachedPolicy>> serviceControl(AccountId account) {
    return levels(ControlType.SERVICE_CONTROL_POLICY, account);
  }

  /**
   * The resource control policies that hold for an action on a resource, by level as {@link
   * #serviceControl}; none if its service is not among {@link #RESOURCE_CONTROLLED}.
   *
   * @param account whose the resource is
   */
  public List<List<AttachedPolicy>> resourceControl(AccountId account, String action) {
    int colon = action.indexOf(':');
    boolean controlled = colon > 0 && RESOURCE_CONTROLLED.contains(action.substring(0, colon));
    return controlled ? levels(ControlType.RESOURCE_CONTROL_POLICY, account) : List.of();
  }

  private List<List<AttachedPolicy>> levels(ControlType type, AccountId account) {
    if (account.value().equals(organization.managementAccount())) {
      return List.of();
    }
    List<AttachedPolicy> ofRoot = attached(type, organization.rootId());
    List<AttachedPolicy> own = attached(type, account.value());
    return ofRoot.isEmpty() && own.isEmpty()
        ? List.of()
        : List.of(withFull(type, ofRoot), withFull(type, own));
  }

  /** What is attached to a target. */
  List<AttachedPolicy> attached(ControlType type, String targetId) {
    if (attachments.isEmpty()) {
      return List.of();
    }
    return attachments.stream()
        .filter(attachment -> attachment.targetId().equals(targetId))
        .flatMap(attachment -> policy(attachment.policyId()).stream())
        .filter(policy -> policy.type() == type)
        .map(ControlPolicy::attached)
        .toList();
  }

  /** With the policy of AWS's that stays attached everywhere. */
  private static List<AttachedPolicy> withFull(ControlType type, List<AttachedPolicy> own) {
    List<AttachedPolicy> all = new ArrayList<>();
    all.add(FullAccess.of(type));
    all.addAll(own);
    return List.copyOf(all);
  }

  /** AWS's own policies, which allow everything. */
  private static final class FullAccess {
    private static final AttachedPolicy SERVICE = attached(ControlType.SERVICE_CONTROL_POLICY, "");
    private static final AttachedPolicy RESOURCE =
        attached(ControlType.RESOURCE_CONTROL_POLICY, "\"Principal\": \"*\", ");

    private static AttachedPolicy of(ControlType type) {
      return switch (type) {
        case SERVICE_CONTROL_POLICY -> SERVICE;
        case RESOURCE_CONTROL_POLICY -> RESOURCE;
      };
    }

    private static AttachedPolicy attached(ControlType type, String principal) {
      String json =
          "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", "
              + principal
              + "\"Action\": \"*\", \"Resource\": \"*\"}]}";
      return new AttachedPolicy(
          "arn:aws:organizations::aws:policy/" + type.path() + "/p-" + type.full(),
          type.full(),
          Policy.parse(json, type.dialect()));
    }
  }
}
