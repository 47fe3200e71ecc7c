package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Identity and Access Management: roles and what they may do. A record may refer to one that is not
 * there yet.
 *
 * <p>Thread-safe; changes hold the monitor, questions need none.
 */
public final class Iam {
  private final ServiceControl serviceControl;
  private final AwsManagedPolicies ofAws = new AwsManagedPolicies();
  private final Map<Key, Role> roles = new ConcurrentSkipListMap<>();
  private final NavigableMap<Key, InlinePolicy> inline = new ConcurrentSkipListMap<>();
  private final NavigableMap<Key, Attachment> attachments = new ConcurrentSkipListMap<>();
  private final Map<Key, InstanceProfile> profiles = new ConcurrentSkipListMap<>();
  private final Map<String, ManagedPolicy> managed = new ConcurrentSkipListMap<>();

  /** What comes with the sessions of a role, by its ARN; made when one of its records changes. */
  private final Map<String, PrincipalPolicies> ready = new ConcurrentHashMap<>();

  /** IAM of accounts that no service control policy limits. */
  public Iam() {
    this(account -> List.of());
  }

  /**
   * @param serviceControl what limits the principals of accounts
   */
  public Iam(ServiceControl serviceControl) {
    this.serviceControl = requireNonNull(serviceControl);
  }

  public synchronized void put(Role role) {
    removeRole(role.account(), role.name());
    roles.put(Key.of(role.account(), role.name()), role);
    settle(role.account(), role.name());
  }

  public synchronized void put(InlinePolicy policy) {
    inline.put(Key.of(policy.account(), policy.role(), policy.name()), policy);
    settle(policy.account(), policy.role());
  }

  public synchronized void put(Attachment attachment) {
    attachments.put(
        Key.of(attachment.account(), attachment.role(), attachment.policyArn()), attachment);
    settle(attachment.account(), attachment.role());
  }

  public void put(InstanceProfile profile) {
    profiles.put(Key.of(profile.account(), profile.name()), profile);
  }

  public synchronized void put(ManagedPolicy policy) {
    managed.put(policy.arn(), policy);
    settle(policy.arn());
  }

  public synchronized void removeRole(AccountId account, String name) {
    Optional.ofNullable(roles.remove(Key.of(account, name)))
        .ifPresent(role -> ready.remove(role.arn()));
  }

  public synchronized void removeInlinePolicy(AccountId account, String role, String name) {
    inline.remove(Key.of(account, role, name));
    settle(account, role);
  }

  public synchronized void removeAttachment(Attachment attachment) {
    attachments.remove(Key.of(attachment.account(), attachment.role(), attachment.policyArn()));
    settle(attachment.account(), attachment.role());
  }

  public void removeInstanceProfile(AccountId account, String name) {
    profiles.remove(Key.of(account, name));
  }

  public synchronized void removeManagedPolicy(String arn) {
    managed.remove(arn);
    settle(arn);
  }

  /** Makes ready what the roles may do that have a managed policy. */
  private void settle(String policyArn) {
    attachmentsOf(policyArn).forEach(each -> settle(each.account(), each.role()));
    boundedBy(policyArn).forEach(role -> settle(role.account(), role.name()));
  }

  private void settle(AccountId account, String name) {
    role(account, name).ifPresent(role -> ready.put(role.arn(), policies(role)));
  }

  private PrincipalPolicies policies(Role role) {
    List<AttachedPolicy> policies = new ArrayList<>();
    inlinePolicies(role.account(), role.name())
        .forEach(each -> policies.add(new AttachedPolicy(role.arn(), each.name(), each.policy())));
    attachments(role.account(), role.name()).stream()
        .flatMap(each -> managedPolicy(each.policyArn()).stream())
        .forEach(each ->
            policies.add(
                new AttachedPolicy(
                    each.isAwsManaged() ? each.arn() : role.arn(), each.name(), each.policy())));
    PrincipalPolicies unbounded = PrincipalPolicies.of(policies);
    return role.boundary().map(this::boundary).map(unbounded::withBoundary).orElse(unbounded);
  }

  public Optional<Role> role(AccountId account, String name) {
    return Optional.ofNullable(roles.get(Key.of(account, name)));
  }

  /** All roles, in order of account and name. */
  public List<Role> roles() {
    return List.copyOf(roles.values());
  }

  /** The roles of an account, in order of name. */
  public List<Role> roles(AccountId account) {
    return roles.values().stream().filter(role -> role.account().equals(account)).toList();
  }

  /** The role of this ARN. */
  public Optional<Role> role(String arn) {
    if (!Arn.isArn(arn)) {
      return Optional.empty();
    }
    return Optional.ofNullable(roles.get(Key.of(Arn.parse(arn))))
        .filter(role -> role.arn().equals(arn));
  }

  public Optional<InstanceProfile> instanceProfile(AccountId account, String name) {
    return Optional.ofNullable(profiles.get(Key.of(account, name)));
  }

  /** The instance profiles of an account, in order of name. */
  List<InstanceProfile> instanceProfiles(AccountId account) {
    return profiles.values().stream().filter(one -> one.account().equals(account)).toList();
  }

  /** The managed policies of an account, in order of ARN. */
  List<ManagedPolicy> managedPolicies(AccountId account) {
    return managed.values().stream()
        .filter(policy -> Arn.parse(policy.arn()).account().equals(account.value()))
        .toList();
  }

  /** The managed policies of AWS that are kept here, in order of ARN. */
  List<ManagedPolicy> awsManagedPolicies(Region region) {
    return ofAws.all(region);
  }

  /** A managed policy, of an account or of AWS. */
  public Optional<ManagedPolicy> managedPolicy(String arn) {
    return Optional.ofNullable(managed.get(arn)).or(() -> ofAws.find(arn));
  }

  public List<InlinePolicy> inlinePolicies(AccountId account, String role) {
    return List.copyOf(Key.below(inline, account, role).values());
  }

  public List<Attachment> attachments(AccountId account, String role) {
    return List.copyOf(Key.below(attachments, account, role).values());
  }

  /** The roles that have this managed policy attached. */
  public List<Attachment> attachmentsOf(String policyArn) {
    return attachments.values().stream()
        .filter(each -> each.policyArn().equals(policyArn))
        .toList();
  }

  /** The instance profiles that hold a role. */
  public List<InstanceProfile> profilesOf(AccountId account, String role) {
    return profiles.values().stream()
        .filter(each ->
            each.role()
                .filter(name -> Key.sameRole(each.account(), name, account, role))
                .isPresent())
        .toList();
  }

  /** The policies that come with a principal: what it may do, and what limits that. */
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    return ownPolicies(principal).withServiceControl(serviceControl.of(principal.account()));
  }

  private PrincipalPolicies ownPolicies(Principal.Identity principal) {
    if (principal.arn().endsWith(":iam::" + principal.account() + ":root")
        || Administrator.isUser(principal.arn())) {
      return PrincipalPolicies.of(List.of(Deployer.policy(principal.arn())));
    }
    return principal.roleArn().map(this::ofRole).orElseGet(PrincipalPolicies::none);
  }

  private PrincipalPolicies ofRole(String arn) {
    return Deployer.isRole(arn)
        ? PrincipalPolicies.of(List.of(Deployer.policy(arn)))
        : ready.getOrDefault(arn, PrincipalPolicies.none());
  }

  /** A boundary that is not there allows nothing. */
  private AttachedPolicy boundary(String arn) {
    return managedPolicy(arn)
        .map(managed -> new AttachedPolicy(arn, "", managed.policy()))
        .orElseGet(() ->
            new AttachedPolicy(arn, "", new Policy(Optional.empty(), Optional.empty(), List.of())));
  }

  /** The roles that have this managed policy as their permissions boundary. */
  public List<Role> boundedBy(String policyArn) {
    return roles.values().stream()
        .filter(role -> role.boundary().filter(policyArn::equals).isPresent())
        .toList();
  }

  /**
   * What a principal may do by its own policies: a session what its role may, an account's root
   * user and its administrator everything, another user nothing (no others are served).
   */
  public List<AttachedPolicy> identityPolicies(Principal.Identity principal) {
    return principalPolicies(principal).identity();
  }

  /** What the sessions of a role may do: its inline policies and its managed ones. */
  public List<AttachedPolicy> identityPolicies(String roleArn) {
    return ofRole(roleArn).identity();
  }
}
