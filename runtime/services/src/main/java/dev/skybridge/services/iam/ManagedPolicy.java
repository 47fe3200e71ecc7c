package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy of its own that roles can have attached.
 *
 * @param arn its ARN
 * @param name its name
 * @param id its unique id, {@code ANPA...}
 * @param description what it is for, if somebody said
 * @param created when it was made; empty where that is not known
 * @param tags its tags
 * @param versions one or more, the newest first, which is the default version
 */
public record ManagedPolicy(
    String arn,
    String name,
    String id,
    Optional<String> description,
    Optional<Instant> created,
    Map<String, String> tags,
    List<Version> versions) {
  public ManagedPolicy {
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(id);
    requireNonNull(description);
    requireNonNull(created);
    tags = Map.copyOf(tags);
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("versions: none (expected: 1 or more)");
    }
  }

  /** A policy of one version of which nothing else is known. */
  public ManagedPolicy(String arn, String name, Policy policy) {
    this(
        arn,
        name,
        "",
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(new Version("v1", policy, Optional.empty())));
  }

  /** Whether AWS wrote it, and nobody else can change it. */
  boolean isAwsManaged() {
    return Arn.parse(arn).account().equals("aws");
  }

  /**
   * What it said from a time on.
   *
   * @param id {@code v} and a number
   */
  public record Version(String id, Policy policy, Optional<Instant> created) {
    public Version {
      requireNonNull(id);
      requireNonNull(policy);
      requireNonNull(created);
    }
  }

  /** The version that counts. */
  public Version defaultVersion() {
    return versions.getFirst();
  }

  /** What its default version says. */
  public Policy policy() {
    return defaultVersion().policy();
  }

  /** The same policy under another ARN, e.g. of another partition. */
  ManagedPolicy withArn(String other) {
    return new ManagedPolicy(other, name, id, description, created, tags, versions);
  }
}
