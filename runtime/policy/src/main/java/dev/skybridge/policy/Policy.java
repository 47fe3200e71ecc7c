package dev.skybridge.policy;

import java.util.List;
import java.util.Optional;

/**
 * A policy document. Immutable; {@link #toString} prints it as JSON that reads back as an equal
 * policy, positions apart.
 *
 * @param version {@code 2012-10-17} or {@code 2008-10-17}; without one AWS assumes the latter, in
 *     which variables are plain text
 * @param id the Id element, if there is one
 * @param statements one or more
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
public record Policy(Optional<String> version, Optional<String> id, List<Statement> statements) {
  public Policy {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a policy of any kind.
   *
   * @throws MalformedPolicyException if AWS, or this evaluator, does not accept it
   */
  public static Policy parse(String json) {
    return parse(json, Dialect.ANY);
  }

  /**
   * Reads a policy as the service that stores it does.
   *
   * @throws MalformedPolicyException if AWS, or this evaluator, does not accept it
   */
  public static Policy parse(String json, Dialect dialect) {
    return new PolicyReader(dialect).read(json);
  }

  /** Whether {@code ${...}} stands for a value of the request. */
  boolean hasVariables() {
    return version.filter("2012-10-17"::equals).isPresent();
  }

  @Override
  public String toString() {
    return PolicyPrinter.print(this);
  }
}
