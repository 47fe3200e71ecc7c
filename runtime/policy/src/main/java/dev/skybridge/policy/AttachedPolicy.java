package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Rule;

/**
 * A policy and who holds it.
 *
 * @param owner the ARN or id of the resource that holds the policy, e.g. a role's ARN
 * @param name the policy's name there, e.g. of an inline policy; may be empty
 * @param policy the policy
 */
public record AttachedPolicy(String owner, String name, Policy policy) {
  public AttachedPolicy {
    requireNonNull(owner);
    requireNonNull(name);
    requireNonNull(policy);
  }

  /** A statement as verdicts name it: {@code policy orders, statement 1 (Sid Read)}. */
  public String label(Statement statement) {
    return name.isEmpty() ? statement.label() : "policy " + name + ", " + statement.label();
  }

  /** A statement as a rule, with its place in the policy's text. */
  public Rule rule(Statement statement) {
    return new Rule(owner, label(statement), statement.position().toString());
  }
}
