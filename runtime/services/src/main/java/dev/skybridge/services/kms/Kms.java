package dev.skybridge.services.kms;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.RequestFacts;
import dev.skybridge.services.api.Judgement;
import dev.skybridge.services.api.Rights;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Key Management Service: symmetric keys. Every use is judged by the key's policy and the
 * caller's. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/Welcome.html">AWS KMS API</a>
 */
public final class Kms {
  private final InstantSource clock;
  private final Material material;
  private final Rights identities;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Key> keys = new ConcurrentHashMap<>();
  private final Map<String, Alias> aliases = new ConcurrentHashMap<>();

  /**
   * @param folder where the keys' bytes are kept
   * @param identities what principals may do by their own policies
   * @param clock for deletion windows
   */
  public Kms(Path folder, Rights identities, InstantSource clock) {
    this.clock = requireNonNull(clock);
    this.material = new Material(requireNonNull(folder), clock);
    this.identities = requireNonNull(identities);
  }

  /** Puts a key; its bytes are made if it has none yet. */
  public void put(Key key) {
    keys.put(key.arn(), key);
    material.current(key);
  }

  public void put(Alias alias) {
    aliases.put(aliasArn(alias.scope(), alias.name()), alias);
  }

  public void removeAlias(Scope scope, String name) {
    aliases.remove(aliasArn(scope, name));
  }

  /**
   * Schedules a key's deletion: it cannot be used from now on, and its bytes are gone when the
   * window ends.
   *
   * @param window 7 to 30 days
   */
  public void remove(Scope scope, String id, Duration window) {
    Optional.ofNullable(keys.remove(Key.arn(scope, id)))
        .ifPresent(key -> material.schedule(key, window));
  }

  public Optional<Alias> alias(Scope scope, String name) {
    return Optional.ofNullable(aliases.get(aliasArn(scope, name)));
  }

  /** The aliases of a key. */
  public List<Alias> aliases(Scope scope, String keyId) {
    return aliases.values().stream()
        .filter(alias -> alias.scope().equals(scope) && alias.keyId().equals(keyId))
        .toList();
  }

  /**
   * Finds a key by id, ARN, alias or alias ARN; {@code alias/aws/SERVICE} is made when it is first
   * asked for.
   *
   * @throws dev.skybridge.services.AwsException NotFoundException if there is none,
   *     KMSInvalidStateException if it waits for its deletion
   */
  public Key key(Scope scope, String reference) {
    if (reference.startsWith("alias/")) {
      return key(scope, reference, aliasArn(scope, reference));
    }
    if (!Arn.isArn(reference)) {
      return keyOfArn(Key.arn(scope, reference));
    }
    Arn arn = Arn.parse(reference);
    return arn.resource().startsWith("alias/")
        ? key(scopeOf(arn), arn.resource(), reference)
        : keyOfArn(reference);
  }

  private Key key(Scope scope, String aliasName, String aliasArn) {
    Optional<Alias> alias = Optional.ofNullable(aliases.get(aliasArn));
    if (alias.isPresent()) {
      return keyOfArn(Key.arn(alias.get().scope(), alias.get().keyId()));
    }
    if (aliasName.startsWith(ManagedKeys.PREFIX)) {
      Key key = ManagedKeys.key(scope, aliasName.substring(ManagedKeys.PREFIX.length()));
      put(key);
      put(new Alias(scope, aliasName, key.id()));
      return key;
    }
    throw KmsFailures.noAlias(aliasArn);
  }

  private Key keyOfArn(String arn) {
    Optional<Key> key = Optional.ofNullable(keys.get(arn));
    if (key.isPresent()) {
      return key.get();
    }
    if (!Arn.isArn(arn)) {
      throw KmsFailures.noKey(arn);
    }
    Arn parsed = Arn.parse(arn);
    String id = parsed.resource().substring(parsed.resource().indexOf('/') + 1);
    if (material.pending(parsed.account(), parsed.region(), id).isPresent()) {
      throw KmsFailures.pendingDeletion(arn);
    }
    throw KmsFailures.noKey(arn);
  }

  /** Encrypts up to 4096 bytes under a key. */
  public byte[] encrypt(Use use, String keyReference, byte[] plaintext) {
    if (plaintext.length > 4096) {
      throw KmsFailures.tooLong(plaintext.length);
    }
    Key key = enabled(allowed(use, keyReference, "kms:Encrypt"));
    return Ciphertext.seal(key.arn(), material.current(key), use.boundBytes(), plaintext);
  }

  /** Makes a key for data, of 32 bytes, under a key. */
  public DataKey generateDataKey(Use use, String keyReference) {
    return generateDataKey(use, keyReference, Material.BYTES, "kms:GenerateDataKey");
  }

  /**
   * Makes a key for data under a key.
   *
   * @param bytes its length, 1-1024
   * @param action the action that the caller needs
   */
  DataKey generateDataKey(Use use, String keyReference, int bytes, String action) {
    Key key = enabled(allowed(use, keyReference, action));
    byte[] plaintext = new byte[bytes];
    random.nextBytes(plaintext);
    byte[] sealed = Ciphertext.seal(key.arn(), material.current(key), use.boundBytes(), plaintext);
    return new DataKey(key.arn(), plaintext, sealed);
  }

  /** Decrypts what {@link #encrypt} or {@link #generateDataKey} encrypted. */
  public byte[] decrypt(Use use, byte[] ciphertext) {
    Key key = enabled(allowed(use, Ciphertext.keyArn(ciphertext), "kms:Decrypt"));
    byte[] bytes = material.made(key, Ciphertext.made(ciphertext)).orElseThrow(Ciphertext::invalid);
    return Ciphertext.open(bytes, use.boundBytes(), ciphertext);
  }

  /** Whether the caller may do something with a key. */
  public Decision decide(Use use, Key key, String action) {
    return Judgement.key(
        identities,
        use.requester(),
        new AttachedPolicy(key.arn(), "", key.policy()),
        request(use, key, action));
  }

  /**
   * A key that the caller may do something with, enabled or not.
   *
   * @throws dev.skybridge.services.AwsException AccessDeniedException, NotFoundException
   */
  Key allowed(Use use, String keyReference, String action) {
    Key key = key(use.scope(), keyReference);
    Decision decision = noted(use, key, action);
    if (!decision.allowed()) {
      throw KmsFailures.denied(decision, request(use, key, action));
    }
    return key;
  }

  private Decision noted(Use use, Key key, String action) {
    long start = System.nanoTime();
    Decision decision = decide(use, key, action);
    long nanos = Math.max(0, System.nanoTime() - start);
    use.requester().trace().add(new Step("key policy", key.arn(), decision.verdict(), nanos));
    return decision;
  }

  /**
   * Whether somebody may do something with a key, and the key can do it: each a step of the
   * requester's trace; nothing is done.
   */
  public boolean judge(Use use, Key key, String action) {
    if (!noted(use, key, action).allowed()) {
      return false;
    }
    if (!key.enabled()) {
      String reason = "the key is disabled: nobody can use it";
      Verdict verdict = Verdict.refuse(key.arn(), "disabled", reason, "enable the key");
      use.requester().trace().add(new Step("key state", key.arn(), verdict, 0));
    }
    return key.enabled();
  }

  /** The keys of all accounts but for those that AWS manages, by ARN. */
  public List<Key> keys() {
    return keys.values().stream()
        .filter(key -> key.managedBy().isEmpty())
        .sorted(Comparator.comparing(Key::arn))
        .toList();
  }

  /** The keys of an account in a Region, by id. */
  List<Key> keys(Scope scope) {
    return keys.values().stream()
        .filter(key -> key.scope().equals(scope))
        .sorted(Comparator.comparing(Key::id))
        .toList();
  }

  /** The aliases of an account in a Region, by name. */
  List<Alias> aliases(Scope scope) {
    return aliases.values().stream()
        .filter(alias -> alias.scope().equals(scope))
        .sorted(Comparator.comparing(Alias::name))
        .toList();
  }

  /** When a key was made. */
  Instant made(Key key) {
    return material.first(key);
  }

  private static Key enabled(Key key) {
    if (!key.enabled()) {
      throw KmsFailures.disabled(key.arn());
    }
    return key;
  }

  private AccessRequest request(Use use, Key key, String action) {
    Context.Builder facts = RequestFacts.of(use.scope().region(), clock.instant());
    Context own = use.facts();
    own.keys().forEach(name -> facts.put(name, own.values(name)));
    return new AccessRequest(use.caller(), action, key.arn(), key.scope().account(), facts.build());
  }

  private static Scope scopeOf(Arn arn) {
    return new Scope(new AccountId(arn.account()), new Region(arn.region()));
  }

  private static String aliasArn(Scope scope, String name) {
    return scope.arn("kms", name).toString();
  }
}
