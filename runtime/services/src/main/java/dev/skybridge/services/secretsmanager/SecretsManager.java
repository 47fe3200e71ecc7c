package dev.skybridge.services.secretsmanager;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.api.Rights;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Secrets Manager: values sealed by a key and kept in files; every reading judged by the secret's
 * policy, the caller's and the key's. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/Welcome.html">AWS
 *     Secrets Manager API</a>
 */
public final class SecretsManager {
  private static final String READ = "secretsmanager:GetSecretValue";

  private final VersionStore store;
  private final Versions versions;
  private final Seals seals;
  private final SecretAccess access;
  private final InstantSource clock;
  private final SecretRecords records = new SecretRecords();
  private final List<NewVersion> waiting = new ArrayList<>();

  /**
   * @param folder where the sealed values are kept
   * @param keys seals and opens them
   * @param identities what principals may do by their own policies
   * @param clock for recovery windows
   */
  public SecretsManager(Path folder, KeyUse keys, Rights identities, InstantSource clock) {
    this.store = new VersionStore(requireNonNull(folder));
    this.versions = new Versions(store);
    this.seals = new Seals(keys);
    this.access = new SecretAccess(records, identities, clock);
    this.clock = requireNonNull(clock);
    store.kept().forEach(records::put);
    store
        .keptPolicies()
        .forEach((arn, text) -> put(new Secret.Attached(arn, text, SecretPolicies.parse(text))));
  }

  public void put(Secret secret) {
    records.put(secret);
    store.forget(secret.scope(), secret.name());
  }

  public void put(Secret.Attached policy) {
    records.put(policy);
  }

  public void removePolicy(String secretArn) {
    records.removePolicy(secretArn);
  }

  /**
   * Deletes a secret with its values.
   *
   * @param window 0 to delete at once, or 7 to 30 days in which its name stays taken
   */
  public void remove(String secretArn, Duration window) {
    Secret secret = records.remove(secretArn);
    if (secret == null) {
      return;
    }
    store.deleteAll(secretArn);
    if (!window.isZero()) {
      store.schedule(secret.scope(), secret.name(), clock.instant().plus(window));
    }
  }

  /** CreateSecret: the name must be free, also of a secret that waits for its deletion. */
  public void checkNameFree(Scope scope, String name) {
    if (records.find(scope, name).isPresent()) {
      throw SecretFailures.exists(name);
    }
    if (store.scheduled(scope, name).filter(clock.instant()::isBefore).isPresent()) {
      throw SecretFailures.scheduled();
    }
  }

  /**
   * Finds a secret by name (in the caller's account and Region) or by ARN, complete or without its
   * last seven characters.
   */
  public Optional<Secret> find(Scope scope, String reference) {
    return records.find(scope, reference);
  }

  public Optional<Secret.Attached> policy(String secretArn) {
    return records.policy(secretArn);
  }

  /**
   * Puts a version with label AWSCURRENT; the version that had it becomes AWSPREVIOUS. Nothing
   * happens if the version is there. Where the secret or its key is not there yet, the version
   * waits for {@link #reconcile}.
   */
  public synchronized void put(NewVersion version) {
    if (records.has(version.secretArn())) {
      try {
        store(version);
        return;
      } catch (AwsException e) {
        if (!e.code().equals("NotFoundException")) {
          throw e;
        }
      }
    }
    waiting.add(version);
  }

  /** Puts the versions that waited for their secret or its key. */
  public synchronized void reconcile() {
    List<NewVersion> again = List.copyOf(waiting);
    waiting.clear();
    again.forEach(this::put);
  }

  /**
   * PutSecretValue: whether the caller may put a value, by the secret's policy and by the key.
   *
   * @throws AwsException AccessDeniedException, ResourceNotFoundException
   */
  public Secret checkPut(Principal.Identity caller, Scope scope, String reference) {
    return checkPut(Requester.of(caller), scope, reference);
  }

  Secret checkPut(Requester requester, Scope scope, String reference) {
    Secret secret = allowed(requester, scope, reference, "secretsmanager:PutSecretValue");
    seals.check(requester, secret);
    return secret;
  }

  private void store(NewVersion put) {
    if (versions.find(put.secretArn(), put.versionId()).isPresent()) {
      return;
    }
    versions.add(put.secretArn(), seals.seal(put, records.named(put.secretArn()), clock.instant()));
  }

  /** The secrets of an account in a Region, by name. */
  List<Secret> secrets(Scope scope) {
    return records.of(scope);
  }

  /** The versions of a secret, the oldest first. */
  List<Version> versions(String secretArn) {
    return versions.all(secretArn);
  }

  /**
   * Puts a version for who calls the API.
   *
   * @throws AwsException ResourceExistsException if there is a version of this id with another
   *     value; the same value again changes nothing
   */
  synchronized void putNow(NewVersion put) {
    Optional<Version> there = versions.find(put.secretArn(), put.versionId());
    if (there.isEmpty()) {
      store(put);
    } else if (!seals
        .open(put.requester(), records.named(put.secretArn()), there.get())
        .equals(put.value())) {
      throw SecretFailures.versionExists(put.versionId());
    }
  }

  /** Moves, adds or removes a label. */
  synchronized void move(
      String secretArn, String stage, Optional<String> from, Optional<String> to) {
    versions.move(secretArn, stage, from, to);
  }

  /** What was made through the API is kept beside the values, and is here again after a start. */
  void keep(Secret secret) {
    store.keep(secret);
    put(secret);
  }

  /** As {@link #keep(Secret)}, for a policy. */
  void keep(Secret.Attached policy) {
    store.keepPolicy(policy.secretArn(), policy.text());
    put(policy);
  }

  void forgetPolicy(String secretArn) {
    store.forgetPolicy(secretArn);
    removePolicy(secretArn);
  }

  /** Whether a secret was made through the API. */
  boolean isKept(Secret secret) {
    return store.isKept(secret.arn());
  }

  /** The labels of a version; none if there is no such version. */
  public List<String> stages(String secretArn, String versionId) {
    return store.versions(secretArn).stream()
        .filter(version -> version.id().equals(versionId))
        .flatMap(version -> version.stages().stream())
        .toList();
  }

  /**
   * Reads a value.
   *
   * @param scope the caller's account and Region
   * @param versionId which version; else the one with {@code stage}
   * @param stage a staging label, usually {@code AWSCURRENT}
   * @throws AwsException AccessDeniedException, ResourceNotFoundException, InvalidRequestException
   */
  public SecretValue value(
      Principal.Identity caller,
      Scope scope,
      String reference,
      Optional<String> versionId,
      String stage) {
    return value(Requester.of(caller), scope, reference, versionId, stage);
  }

  SecretValue value(
      Requester requester,
      Scope scope,
      String reference,
      Optional<String> versionId,
      String stage) {
    Context which =
        versionId
            .map(id -> Context.builder().put("secretsmanager:VersionId", id))
            .orElseGet(() -> Context.builder().put("secretsmanager:VersionStage", stage))
            .build();
    Secret secret = access.allowed(requester, scope, reference, READ, which);
    if (Seals.crossesWithDefaultKey(requester.identity(), secret)) {
      throw SecretFailures.defaultKeyAcrossAccounts();
    }
    String label = versionId.map(id -> "VersionId: " + id).orElse("staging label: " + stage);
    Version version =
        store.versions(secret.arn()).stream()
            .filter(each -> versionId.map(each.id()::equals).orElseGet(() -> each.has(stage)))
            .findFirst()
            .orElseThrow(() -> SecretFailures.noValue(label));
    return new SecretValue(
        secret.arn(),
        secret.name(),
        version.id(),
        seals.open(requester, secret, version),
        version.binary(),
        version.stages(),
        version.created());
  }

  /** All secrets, in order of ARN. */
  public List<Secret> secrets() {
    return records.all();
  }

  /**
   * Whether somebody may read a secret's current value: the secret's policy with the caller's own,
   * then the key's, each a step of the requester's trace; nothing is read.
   */
  public boolean judge(Requester requester, Secret secret) {
    Scope scope = new Scope(requester.identity().account(), secret.scope().region());
    Context which = Context.builder().put("secretsmanager:VersionStage", Version.CURRENT).build();
    try {
      access.allowed(requester, scope, secret.arn(), READ, which);
    } catch (AwsException refused) {
      return false;
    }
    Verdict opens = seals.mayOpen(requester, secret);
    requester.trace().add(new Step("key policy", opens.rule().owner(), opens, 0));
    return opens.allowed();
  }

  /** A secret that the caller may do {@code action} with. */
  public Secret allowed(Principal.Identity caller, Scope scope, String reference, String action) {
    return allowed(Requester.of(caller), scope, reference, action);
  }

  Secret allowed(Requester requester, Scope scope, String reference, String action) {
    return access.allowed(requester, scope, reference, action, Context.empty());
  }
}
