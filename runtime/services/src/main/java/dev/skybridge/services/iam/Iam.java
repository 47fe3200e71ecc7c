package dev.skybridge.services.iam;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Identity and Access Management: roles and what they may do. Thread-safe; a record may refer to
 * one that is not there yet.
 */
public final class Iam {
  private final AwsManagedPolicies ofAws = new AwsManagedPolicies();
  private final Map<Key, Role> roles = new ConcurrentSkipListMap<>();
  private final Map<Key, InlinePolicy> inline = new ConcurrentSkipListMap<>();
  private final Map<Key, Attachment> attachments = new ConcurrentSkipListMap<>();
  private final Map<Key, InstanceProfile> profiles = new ConcurrentSkipListMap<>();
  private final Map<String, ManagedPolicy> managed = new ConcurrentSkipListMap<>();

  public void put(Role role) {
    roles.put(Key.of(role.account(), role.name()), role);
  }

  public void put(InlinePolicy policy) {
    inline.put(Key.of(policy.account(), policy.role(), policy.name()), policy);
  }

  public void put(Attachment attachment) {
    attachments.put(
        Key.of(attachment.account(), attachment.role(), attachment.policyArn()), attachment);
  }

  public void put(InstanceProfile profile) {
    profiles.put(Key.of(profile.account(), profile.name()), profile);
  }

  public void put(ManagedPolicy policy) {
    managed.put(policy.arn(), policy);
  }

  public void removeRole(AccountId account, String name) {
    roles.remove(Key.of(account, name));
  }

  public void removeInlinePolicy(AccountId account, String role, String name) {
    inline.remove(Key.of(account, role, name));
  }

  public void removeAttachment(Attachment attachment) {
    attachments.remove(Key.of(attachment.account(), attachment.role(), attachment.policyArn()));
  }

  public void removeInstanceProfile(AccountId account, String name) {
    profiles.remove(Key.of(account, name));
  }

  public void removeManagedPolicy(String arn) {
    managed.remove(arn);
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
    return roles.values().stream().filter(role -> role.arn().equals(arn)).findFirst();
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
    return inline.values().stream()
        .filter(each -> Key.sameRole(each.account(), each.role(), account, role))
        .toList();
  }

  public List<Attachment> attachments(AccountId account, String role) {
    return attachments.values().stream()
        .filter(each -> Key.sameRole(each.account(), each.role(), account, role))
        .toList();
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
    PrincipalPolicies policies = PrincipalPolicies.of(identityPolicies(principal));
    return principal
        .roleArn()
        .flatMap(this::role)
        .flatMap(Role::boundary)
        .map(this::boundary)
        .map(policies::withBoundary)
        .orElse(policies);
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
    if (principal.arn().endsWith(":iam::" + principal.account() + ":root")
        || Administrator.isUser(principal.arn())) {
      return List.of(Deployer.policy(principal.arn()));
    }
    return principal.roleArn().map(this::identityPolicies).orElse(List.of());
  }

  /** What the sessions of a role may do: its inline policies and its managed ones. */
  public List<AttachedPolicy> identityPolicies(String roleArn) {
    if (Deployer.isRole(roleArn)) {
      return List.of(Deployer.policy(roleArn));
    }
    List<AttachedPolicy> policies = new ArrayList<>();
    role(roleArn)
        .ifPresent(role -> {
          inlinePolicies(role.account(), role.name())
              .forEach(
                  each -> policies.add(new AttachedPolicy(roleArn, each.name(), each.policy())));
          attachments(role.account(), role.name()).stream()
              .flatMap(each -> managedPolicy(each.policyArn()).stream())
              .forEach(
                  each -> policies.add(new AttachedPolicy(roleArn, each.name(), each.policy())));
        });
    return List.copyOf(policies);
  }
}
