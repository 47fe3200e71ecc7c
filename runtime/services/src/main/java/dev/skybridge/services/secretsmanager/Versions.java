package dev.skybridge.services.secretsmanager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of secrets and their staging labels: a label is on one version at a time, and the
 * version from which AWSCURRENT goes away gets AWSPREVIOUS.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">Secret
 *     versions</a>
 */
final class Versions {
  private final VersionStore store;

  Versions(VersionStore store) {
    this.store = store;
  }

  /** All of a secret, the oldest first. */
  List<Version> all(String secretArn) {
    return store.versions(secretArn).stream()
        .sorted(Comparator.comparing(Version::created))
        .toList();
  }

  Optional<Version> find(String secretArn, String id) {
    return store.versions(secretArn).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Adds a version and takes its labels from the others; a secret's first one is AWSCURRENT. */
  void add(String secretArn, Version version) {
    List<Version> others = store.versions(secretArn);
    Version added = others.isEmpty() ? version.with(Version.CURRENT) : version;
    Optional<Version> current =
        others.stream().filter(each -> each.has(Version.CURRENT)).findFirst();
    added.stages().forEach(stage -> take(secretArn, stage));
    store.write(secretArn, added);
    if (added.has(Version.CURRENT)) {
      current.ifPresent(before -> give(secretArn, Version.PREVIOUS, before.id()));
    }
  }

  /** UpdateSecretVersionStage. */
  void move(String secretArn, String stage, Optional<String> from, Optional<String> to) {
    Optional<Version> holder =
        store.versions(secretArn).stream().filter(each -> each.has(stage)).findFirst();
    List<String> named = new ArrayList<>();
    from.ifPresent(named::add);
    to.ifPresent(named::add);
    for (String id : named) {
      if (find(secretArn, id).isEmpty()) {
        throw SecretFailures.noVersion(id);
      }
    }
    if (from.isPresent() && holder.filter(each -> each.id().equals(from.get())).isEmpty()) {
      throw SecretFailures.notLabelled(stage, from.get());
    }
    if (from.isEmpty() && holder.filter(each -> !to.equals(Optional.of(each.id()))).isPresent()) {
      throw SecretFailures.labelledElsewhere(stage, holder.get().id());
    }
    if (to.isEmpty() && stage.equals(Version.CURRENT)) {
      throw SecretFailures.currentMustStay();
    }
    take(secretArn, stage);
    to.ifPresent(id -> give(secretArn, stage, id));
    if (stage.equals(Version.CURRENT)) {
      holder
          .filter(before -> !to.equals(Optional.of(before.id())))
          .ifPresent(before -> give(secretArn, Version.PREVIOUS, before.id()));
    }
  }

  private void give(String secretArn, String stage, String id) {
    take(secretArn, stage);
    find(secretArn, id).ifPresent(each -> store.write(secretArn, each.with(stage)));
  }

  private void take(String secretArn, String stage) {
    for (Version each : store.versions(secretArn)) {
      if (each.has(stage)) {
        store.write(secretArn, each.without(stage));
      }
    }
  }
}
