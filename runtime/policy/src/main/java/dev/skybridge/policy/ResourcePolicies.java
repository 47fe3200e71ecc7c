package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The policies that come with a resource.
 *
 * @param own the resource's policy, if it has one
 * @param resourceControl the resource control policies that hold for its account, by level as
 *     {@link PrincipalPolicies#serviceControl}; none if it is in no organization, in the management
 *     account, or of a service to which they do not apply
 */
public record ResourcePolicies(
    Optional<AttachedPolicy> own, List<List<AttachedPolicy>> resourceControl) {
  private static final ResourcePolicies NONE = new ResourcePolicies(Optional.empty(), List.of());

  public ResourcePolicies {
    requireNonNull(own);
    resourceControl = resourceControl.stream().map(List::copyOf).toList();
  }

  /** No policy. */
  public static ResourcePolicies none() {
    return NONE;
  }

  /** The resource's policy alone. */
  public static ResourcePolicies of(AttachedPolicy own) {
    return new ResourcePolicies(Optional.of(own), List.of());
  }

  /** These, and resource control policies. */
  public ResourcePolicies withResourceControl(List<List<AttachedPolicy>> levels) {
    return new ResourcePolicies(own, levels);
  }
}
