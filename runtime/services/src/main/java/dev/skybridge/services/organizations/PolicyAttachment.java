package dev.skybridge.services.organizations;

import static java.util.Objects.requireNonNull;

/**
 * A policy at a target.
 *
 * @param targetId the root's id or an account's number
 */
public record PolicyAttachment(String policyId, String targetId) {
  public PolicyAttachment {
    requireNonNull(policyId);
    requireNonNull(targetId);
  }
}
