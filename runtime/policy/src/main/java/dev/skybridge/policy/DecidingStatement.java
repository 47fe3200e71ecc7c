package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A statement that allowed or denied.
 *
 * @param type what its policy is for
 * @param policy its policy, with the resource that holds it
 * @param statement the statement, with its place
 * @param conditions its conditions, all of which hold, beside what the request has
 */
public record DecidingStatement(
    PolicyType type, AttachedPolicy policy, Statement statement, List<ConditionFact> conditions) {
  public DecidingStatement {
    requireNonNull(type);
    requireNonNull(policy);
    requireNonNull(statement);
    conditions = List.copyOf(conditions);
  }
}
