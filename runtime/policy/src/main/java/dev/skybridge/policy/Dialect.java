package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;

/**
 * What a service accepts in the policies that it stores.
 *
 * @param kind which elements a statement must have
 * @param size how long a policy may be
 * @param moreKeys condition keys that the service produces besides {@link ConditionKey#all}; a name
 *     that ends in {@code *} stands for all that begin so
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and
 *     STS quotas</a>
 */
public record Dialect(Kind kind, PolicySize size, Set<String> moreKeys) {
  /** Any policy, the kinds not told apart. */
  public static final Dialect ANY = of(Kind.ANY, PolicySize.LARGEST);

  /** A managed policy, which can be a permissions boundary too: no Principal. */
  public static final Dialect IDENTITY = of(Kind.IDENTITY, PolicySize.withoutBlanks(6_144));

  /** An inline policy of a role: as a managed one, but longer. */
  public static final Dialect INLINE = of(Kind.IDENTITY, PolicySize.withoutBlanks(10_240));

  /** A policy that is passed when a session is opened. */
  public static final Dialect SESSION = of(Kind.IDENTITY, PolicySize.withBlanks(2_048));

  /** A role's trust policy: Principal, no Resource. */
  public static final Dialect TRUST = of(Kind.TRUST, PolicySize.withoutBlanks(2_048));

  /** A policy of a resource: Principal and Resource. */
  public static final Dialect RESOURCE = of(Kind.RESOURCE, PolicySize.LARGEST);

  /** A KMS key's policy. */
  public static final Dialect KEY = of(Kind.RESOURCE, PolicySize.withBlanks(32_768));

  /** A secret's policy. */
  public static final Dialect SECRET = of(Kind.RESOURCE, PolicySize.withBlanks(20_480));

  /** A Lambda function's policy. */
  public static final Dialect FUNCTION = of(Kind.RESOURCE, PolicySize.withBlanks(20_480));

  /** An API's policy. */
  public static final Dialect API = of(Kind.RESOURCE, PolicySize.withBlanks(8_192));

  /** A VPC endpoint's policy. */
  public static final Dialect VPC_ENDPOINT = of(Kind.RESOURCE, PolicySize.withBlanks(20_480));

  /**
   * A service control policy: no Principal. It has had 10,240 characters since 15 May 2026.
   *
   * @see <a
   *     href="https://aws.amazon.com/about-aws/whats-new/2026/05/aws-organizations-increased-scp-quotas/">SCP
   *     quotas</a>
   */
  public static final Dialect SERVICE_CONTROL =
      of(Kind.SERVICE_CONTROL, PolicySize.withBlanks(10_240));

  /** A resource control policy: it denies, and its Principal is everybody. */
  public static final Dialect RESOURCE_CONTROL =
      of(Kind.RESOURCE_CONTROL, PolicySize.withBlanks(5_120));

  public Dialect {
    requireNonNull(kind);
    requireNonNull(size);
    moreKeys = Set.copyOf(moreKeys);
  }

  private static Dialect of(Kind kind, PolicySize size) {
    return new Dialect(kind, size, Set.of());
  }

  /** This dialect, with these condition keys too. */
  public Dialect withKeys(String... keys) {
    Set<String> all = new HashSet<>(moreKeys);
    all.addAll(Set.of(keys));
    return new Dialect(kind, size, all);
  }

  /**
   * This dialect, with every condition key there can be: for a policy that is only simulated, whose
   * author says himself what the keys are to have.
   */
  public Dialect withAnyKey() {
    return withKeys("*");
  }

  /** The kinds of policy. */
  public enum Kind {
    ANY,
    IDENTITY,
    TRUST,
    RESOURCE,
    SERVICE_CONTROL,
    RESOURCE_CONTROL
  }
}
