package dev.skybridge.services.secretsmanager;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The secrets there are, and the policies attached to them. Thread-safe. */
final class SecretRecords {
  /** A hyphen and six characters, which Secrets Manager appends to a name. */
  private static final int SUFFIX = 7;

  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
  private final Map<String, Secret.Attached> policies = new ConcurrentHashMap<>();

  void put(Secret secret) {
    secrets.put(secret.arn(), secret);
  }

  void put(Secret.Attached policy) {
    policies.put(policy.secretArn(), policy);
  }

  void removePolicy(String secretArn) {
    policies.remove(secretArn);
  }

  @Nullable Secret remove(String secretArn) {
    return secrets.remove(secretArn);
  }

  boolean has(String secretArn) {
    return secrets.containsKey(secretArn);
  }

  /**
   * A secret by ARN.
   *
   * @throws dev.skybridge.services.AwsException ResourceNotFoundException
   */
  Secret named(String arn) {
    return Optional.ofNullable(secrets.get(arn)).orElseThrow(SecretFailures::notFound);
  }

  /** A secret by name (in this account and Region) or by ARN, complete or without its suffix. */
  Optional<Secret> find(Scope scope, String reference) {
    if (!Arn.isArn(reference)) {
      return secrets.values().stream()
          .filter(secret -> secret.scope().equals(scope) && secret.name().equals(reference))
          .findFirst();
    }
    return Optional.ofNullable(secrets.get(reference))
        .or(() ->
            secrets.values().stream()
                .filter(secret ->
                    secret.arn().substring(0, secret.arn().length() - SUFFIX).equals(reference))
                .findFirst());
  }

  Optional<Secret.Attached> policy(String secretArn) {
    return Optional.ofNullable(policies.get(secretArn));
  }

  /** Those of an account in a Region, by name. */
  List<Secret> of(Scope scope) {
    return secrets.values().stream()
        .filter(secret -> secret.scope().equals(scope))
        .sorted(Comparator.comparing(Secret::name))
        .toList();
  }

  /** All, in order of ARN. */
  List<Secret> all() {
    return secrets.values().stream().sorted(Comparator.comparing(Secret::arn)).toList();
  }
}
