package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;

/**
 * What a service accepts in the policies that it stores.
 *
 * @param kind which elements a statement must have
 * @param moreKeys condition keys that the service produces besides {@link ConditionKeys}; a name
 *     that ends in {@code *} stands for all that begin so
 */
public record Dialect(Kind kind, Set<String> moreKeys) {
  /** Any policy, the kinds not told apart. */
  public static final Dialect ANY = new Dialect(Kind.ANY, Set.of());

  /** A policy of a role: no Principal. */
  public static final Dialect IDENTITY = new Dialect(Kind.IDENTITY, Set.of());

  /** A role's trust policy: Principal, no Resource. */
  public static final Dialect TRUST = new Dialect(Kind.TRUST, Set.of());

  /** A policy of a resource or an endpoint: Principal and Resource. */
  public static final Dialect RESOURCE = new Dialect(Kind.RESOURCE, Set.of());

  public Dialect {
    requireNonNull(kind);
    moreKeys = Set.copyOf(moreKeys);
  }

  /** This dialect, with these condition keys too. */
  public Dialect withKeys(String... keys) {
    Set<String> all = new HashSet<>(moreKeys);
    all.addAll(Set.of(keys));
    return new Dialect(kind, all);
  }

  /** The kinds of policy. */
  public enum Kind {
    ANY,
    IDENTITY,
    TRUST,
    RESOURCE
  }
}
