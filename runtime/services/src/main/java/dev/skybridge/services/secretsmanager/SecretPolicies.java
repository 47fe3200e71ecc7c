package dev.skybridge.services.secretsmanager;

import dev.skybridge.policy.Condition;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What PutResourcePolicy checks. */
public final class SecretPolicies {
  /** Keys whose fixed values keep an Allow for everybody from being public. */
  private static final Set<String> NARROWING =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalorgid",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceip",
          "aws:sourcevpc",
          "aws:sourcevpce");

  private SecretPolicies() {}

  /**
   * Reads a secret's policy.
   *
   * @throws dev.skybridge.services.AwsException MalformedPolicyDocumentException,
   *     ValidationException
   */
  public static Policy parse(String json) {
    try {
      return Policy.parse(json, Dialect.SECRET);
    } catch (MalformedPolicyException e) {
      throw switch (e.fault()) {
        case MALFORMED -> SecretFailures.malformedPolicy(String.valueOf(e.getMessage()));
        case TOO_LARGE ->
            SecretFailures.tooLongPolicy(Dialect.SECRET.size().limit(), "[" + e.getMessage() + "]");
      };
    }
  }

  /**
   * Refuses a policy that lets everybody in.
   *
   * @throws dev.skybridge.services.AwsException PublicPolicyException
   * @see <a
   *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html">BlockPublicPolicy</a>
   */
  public static void checkNotPublic(Policy policy) {
    policy.statements().stream()
        .filter(statement -> statement.effect() == Statement.Effect.ALLOW)
        .filter(SecretPolicies::everybody)
        .filter(statement -> statement.conditions().stream().noneMatch(SecretPolicies::narrows))
        .findFirst()
        .ifPresent(statement -> {
          throw SecretFailures.publicPolicy(statement.label());
        });
  }

  private static boolean everybody(Statement statement) {
    return statement.principals().stream()
        .anyMatch(principals ->
            principals.everyone()
                || principals.entries().stream().anyMatch(entry -> entry.value().equals("*")));
  }

  private static boolean narrows(Condition condition) {
    List<String> positive =
        List.of("StringEquals", "StringLike", "ArnEquals", "ArnLike", "IpAddress");
    return NARROWING.contains(condition.key().toLowerCase(Locale.ROOT))
        && positive.contains(condition.operator().comparison().text())
        && condition.values().stream().noneMatch(value -> value.equals("*"));
  }
}
