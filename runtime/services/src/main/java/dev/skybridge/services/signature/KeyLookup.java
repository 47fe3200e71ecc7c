package dev.skybridge.services.signature;

import java.util.Optional;

/** Finds access keys: the service sts has those of sessions, iam those of users. */
@FunctionalInterface
public interface KeyLookup {
  /** What is known of an access key, expired or not. */
  Optional<KnownKey> find(String accessKeyId);
}
