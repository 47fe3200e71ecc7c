package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy document. Immutable; {@link #toString} prints it as JSON that reads back as an equal
 * policy, positions apart.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
public final class Policy {
  private static final String WITH_VARIABLES = "2012-10-17";

  private final Optional<String> version;
  private final Optional<String> id;
  private final List<Statement> statements;
  private final PolicyMatch match;

  /** As it was read; empty if it was made otherwise. */
  private final Optional<String> source;

  public Policy(Optional<String> version, Optional<String> id, List<Statement> statements) {
    this(version, id, statements, Optional.empty());
  }

  Policy(
      Optional<String> version,
      Optional<String> id,
      List<Statement> statements,
      Optional<String> source) {
    this.version = requireNonNull(version);
    this.id = requireNonNull(id);
    this.statements = List.copyOf(statements);
    this.match = new PolicyMatch(this.statements, hasVariables());
    this.source = requireNonNull(source);
  }

  /**
   * {@code 2012-10-17} or {@code 2008-10-17}; without one AWS assumes the latter, in which
   * variables are plain text.
   */
  public Optional<String> version() {
    return version;
  }

  /** The Id element, if there is one. */
  public Optional<String> id() {
    return id;
  }

  /** One or more. */
  public List<Statement> statements() {
    return statements;
  }

  /**
   * The document letter for letter as it was read: what positions refer to. Of a policy that was
   * not read from a text, what {@link #toString} prints.
   */
  public String text() {
    return source.orElseGet(this::toString);
  }

  /** Where a statement of this policy ends in its text: the place after its closing brace. */
  public Position end(Statement statement) {
    return source
        .map(text -> JsonReader.end(text, statement.position()))
        .orElseGet(statement::position);
  }

  /**
   * The condition keys that the policy asks for: those of its conditions and of its variables, each
   * once, as first written.
   */
  public List<String> contextKeys() {
    return ContextKeys.of(statements, hasVariables());
  }

  /** The statements, made ready to be compared with requests. */
  PolicyMatch match() {
    return match;
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
  private boolean hasVariables() {
    return version.filter(WITH_VARIABLES::equals).isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy policy
        && version.equals(policy.version)
        && id.equals(policy.id)
        && statements.equals(policy.statements);
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, id, statements);
  }

  @Override
  public String toString() {
    return PolicyPrinter.print(this);
  }
}
