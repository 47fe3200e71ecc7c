package dev.skybridge.services.secretsmanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AccessDenied;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.RequestFacts;
import dev.skybridge.services.api.Facts;
import dev.skybridge.services.api.Judgement;
import dev.skybridge.services.api.Requester;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets Manager: values sealed by a key and kept in files; every reading judged by the secret's
 * policy, the caller's and the key's. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/Welcome.html">AWS
 *     Secrets Manager API</a>
 */
public final class SecretsManager {
  private static final String DEFAULT_KEY = "alias/aws/secretsmanager";

  private final VersionStore store;
  private final Versions versions;
  private final KeyUse keys;
  private final IdentityPolicies identities;
  private final InstantSource clock;
  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
  private final Map<String, Secret.Attached> policies = new ConcurrentHashMap<>();
  private final List<NewVersion> waiting = new ArrayList<>();

  /**
   * @param folder where the sealed values are kept
   * @param keys seals and opens them
   * @param identities what principals may do by their own policies
   * @param clock for recovery windows
   */
  public SecretsManager(
      Path folder, KeyUse keys, IdentityPolicies identities, InstantSource clock) {
    this.store = new VersionStore(requireNonNull(folder));
    this.versions = new Versions(store);
    this.keys = requireNonNull(keys);
    this.identities = requireNonNull(identities);
    this.clock = requireNonNull(clock);
    store.kept().forEach(secret -> secrets.put(secret.arn(), secret));
    store
        .keptPolicies()
        .forEach((arn, text) -> put(new Secret.Attached(arn, text, SecretPolicies.parse(text))));
  }

  public void put(Secret secret) {
    secrets.put(secret.arn(), secret);
    store.forget(secret.scope(), secret.name());
  }

  public void put(Secret.Attached policy) {
    policies.put(policy.secretArn(), policy);
  }

  public void removePolicy(String secretArn) {
    policies.remove(secretArn);
  }

  /**
   * Deletes a secret with its values.
   *
   * @param window 0 to delete at once, or 7 to 30 days in which its name stays taken
   */
  public void remove(String secretArn, Duration window) {
    Secret secret = secrets.remove(secretArn);
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
    if (byName(scope, name).isPresent()) {
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
    if (!Arn.isArn(reference)) {
      return byName(scope, reference);
    }
    return Optional.ofNullable(secrets.get(reference))
        .or(() ->
            secrets.values().stream()
                .filter(secret ->
                    secret.arn().substring(0, secret.arn().length() - 7).equals(reference))
                .findFirst());
  }

  public Optional<Secret.Attached> policy(String secretArn) {
    return Optional.ofNullable(policies.get(secretArn));
  }

  /**
   * Puts a version with label AWSCURRENT; the version that had it becomes AWSPREVIOUS. Nothing
   * happens if the version is there. Where the secret or its key is not there yet, the version
   * waits for {@link #reconcile}.
   */
  public synchronized void put(NewVersion version) {
    if (secrets.containsKey(version.secretArn())) {
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
    try {
      keys.dataKey(call(requester, secret, "check"), secret.key().orElse(DEFAULT_KEY));
    } catch (AwsException e) {
      throw keyRefused(e);
    }
    return secret;
  }

  private void store(NewVersion put) {
    if (versions.find(put.secretArn(), put.versionId()).isPresent()) {
      return;
    }
    Secret secret = secret(put.secretArn());
    KeyUse.DataKey key =
        keys.dataKey(
            call(put.requester(), secret, put.versionId()), secret.key().orElse(DEFAULT_KEY));
    versions.add(
        put.secretArn(),
        new Version(
            put.versionId(),
            put.stages(),
            clock.instant(),
            put.binary(),
            Envelope.seal(key, put.value().getBytes(UTF_8))));
  }

  private Secret secret(String arn) {
    return Optional.ofNullable(secrets.get(arn)).orElseThrow(SecretFailures::notFound);
  }

  /** The secrets of an account in a Region, by name. */
  List<Secret> secrets(Scope scope) {
    return secrets.values().stream()
        .filter(secret -> secret.scope().equals(scope))
        .sorted(Comparator.comparing(Secret::name))
        .toList();
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
    } else if (!open(put.requester(), secret(put.secretArn()), there.get()).equals(put.value())) {
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
    Context.Builder facts = facts(scope);
    versionId.ifPresentOrElse(
        id -> facts.put("secretsmanager:VersionId", id),
        () -> facts.put("secretsmanager:VersionStage", stage));
    Secret secret = allowed(requester, scope, reference, "secretsmanager:GetSecretValue", facts);
    if (crossesWithDefaultKey(requester.identity(), secret)) {
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
        open(requester, secret, version),
        version.binary(),
        version.stages(),
        version.created());
  }

  /** All secrets, in order of ARN. */
  public List<Secret> secrets() {
    return secrets.values().stream().sorted(Comparator.comparing(Secret::arn)).toList();
  }

  /**
   * Whether somebody may read a secret's current value: the secret's policy with the caller's own,
   * then the key's, each a step of the requester's trace; nothing is read.
   */
  public boolean judge(Requester requester, Secret secret) {
    Scope scope = new Scope(requester.identity().account(), secret.scope().region());
    Context.Builder facts = facts(scope).put("secretsmanager:VersionStage", Version.CURRENT);
    try {
      allowed(requester, scope, secret.arn(), "secretsmanager:GetSecretValue", facts);
    } catch (AwsException refused) {
      return false;
    }
    Verdict opens =
        crossesWithDefaultKey(requester.identity(), secret)
            ? Verdict.refuse(
                secret.arn(),
                "default key",
                "a secret under its account's default key cannot be read from another account",
                "give the secret a key of its own whose policy allows the caller")
            : keys.mayOpen(
                call(requester, secret, Version.CURRENT), secret.key().orElse(DEFAULT_KEY));
    requester.trace().add(new Step("key policy", opens.rule().owner(), opens, 0));
    return opens.allowed();
  }

  private static boolean crossesWithDefaultKey(Principal.Identity caller, Secret secret) {
    return !caller.account().equals(secret.scope().account())
        && secret.key().filter(key -> !key.endsWith(DEFAULT_KEY)).isEmpty();
  }

  /** A secret that the caller may do {@code action} with. */
  public Secret allowed(Principal.Identity caller, Scope scope, String reference, String action) {
    return allowed(Requester.of(caller), scope, reference, action);
  }

  Secret allowed(Requester requester, Scope scope, String reference, String action) {
    return allowed(requester, scope, reference, action, facts(scope));
  }

  private Secret allowed(
      Requester requester, Scope scope, String reference, String action, Context.Builder facts) {
    Principal.Identity caller = requester.identity();
    Optional<Secret> secret = find(scope, reference);
    boolean foreign =
        Arn.isArn(reference) && !Arn.parse(reference).account().equals(caller.account().value());
    if (secret.isEmpty() && !foreign) {
      throw SecretFailures.notFound();
    }
    AccessRequest request =
        new AccessRequest(
            caller,
            action,
            secret.map(Secret::arn).orElse(reference),
            foreign ? new AccountId(Arn.parse(reference).account()) : caller.account(),
            Facts.both(requester.facts(), facts.put("secretsmanager:SecretId", reference).build()));
    long start = System.nanoTime();
    Decision decision =
        Judgement.identityAndResource(
            identities::of, requester, secret.flatMap(this::holder), request);
    requester
        .trace()
        .add(
            new Step(
                "secret policy",
                request.resource(),
                decision.verdict(),
                Math.max(0, System.nanoTime() - start)));
    if (!decision.allowed()) {
      throw AccessDenied.of("AccessDeniedException", 400, decision, request);
    }
    return secret.orElseThrow(SecretFailures::notFound);
  }

  private Context.Builder facts(Scope scope) {
    return RequestFacts.of(scope.region(), clock.instant());
  }

  private Optional<AttachedPolicy> holder(Secret secret) {
    return policy(secret.arn()).map(held -> new AttachedPolicy(secret.arn(), "", held.policy()));
  }

  private String open(Requester requester, Secret secret, Version version) {
    try {
      byte[] key =
          keys.open(call(requester, secret, version.id()), Envelope.dataKey(version.sealed()));
      return new String(Envelope.open(key, version.sealed()), UTF_8);
    } catch (AwsException e) {
      throw keyRefused(e);
    }
  }

  private static AwsException keyRefused(AwsException cause) {
    return cause.code().equals("AccessDeniedException") ? SecretFailures.keyRefused(cause) : cause;
  }

  private Optional<Secret> byName(Scope scope, String name) {
    return secrets.values().stream()
        .filter(secret -> secret.scope().equals(scope) && secret.name().equals(name))
        .findFirst();
  }

  private static KeyUse.Call call(Requester requester, Secret secret, String versionId) {
    return new KeyUse.Call(
        requester, secret.scope(), Map.of("SecretARN", secret.arn(), "SecretVersionId", versionId));
  }
}
