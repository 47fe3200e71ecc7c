package dev.skybridge.services.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.Organization;
import dev.skybridge.services.PrivateFiles;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.KeyLookup;
import dev.skybridge.services.signature.KnownKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The long-term access keys of the accounts' administrators: made once, kept in a file that only
 * its owner reads (mode 600). Thread-safe.
 */
public final class AccessKeys implements KeyLookup {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Path file;
  private final Organization organization;
  private final InstantSource clock;
  private final RandomGenerator random = new SecureRandom();
  private final Map<String, AccessKey> byAccount = new TreeMap<>();

  /**
   * Reads the keys that were made before.
   *
   * @param file need not be there
   * @param clock for the dates of keys
   * @throws UncheckedIOException when the file is damaged
   */
  public AccessKeys(Path file, Organization organization, InstantSource clock) {
    this.clock = requireNonNull(clock);
    this.file = requireNonNull(file);
    this.organization = requireNonNull(organization);
    PrivateFiles.read(file).ifPresent(this::read);
  }

  /**
   * An administrator's key.
   *
   * @param scope the account, and the Region that he works in unless he names one
   * @param id {@code AKIA} and 16 more characters
   * @param secret 40 characters
   * @param created when it was made, and its administrator with it
   */
  public record AccessKey(Scope scope, String id, String secret, Instant created) {
    public AccessKey {
      requireNonNull(created);
      requireNonNull(scope);
      requireNonNull(id);
      requireNonNull(secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "AccessKey[" + id + " of " + scope.account() + "]";
    }
  }

  /** Makes a key for each account that has none yet. */
  public synchronized void ensure(List<Scope> scopes) {
    boolean made = false;
    for (Scope scope : scopes) {
      if (!byAccount.containsKey(scope.account().value())) {
        byAccount.put(
            scope.account().value(),
            new AccessKey(
                scope, newId(), newSecret(), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        made = true;
      }
    }
    if (made) {
      write();
    }
  }

  /** The key of an account's administrator. */
  synchronized Optional<AccessKey> of(AccountId account) {
    return Optional.ofNullable(byAccount.get(account.value()));
  }

  /** All keys, by account. */
  public synchronized List<AccessKey> all() {
    return new ArrayList<>(byAccount.values());
  }

  @Override
  public synchronized Optional<KnownKey> find(String accessKeyId) {
    return byAccount.values().stream()
        .filter(key -> key.id().equals(accessKeyId))
        .findFirst()
        .map(key -> KnownKey.longTerm(key.secret(), caller(key)));
  }

  private Caller caller(AccessKey key) {
    String userId = Administrator.id(key.scope());
    return new Caller(
        Administrator.of(key.scope()),
        key.id(),
        userId,
        List.of(),
        organization.facts().toBuilder().put("aws:userid", userId).build());
  }

  private void read(byte[] content) {
    try {
      for (JsonNode each : MAPPER.readTree(content)) {
        Scope scope =
            new Scope(
                new AccountId(each.path("account").asText()),
                new Region(each.path("region").asText()));
        byAccount.put(
            scope.account().value(),
            new AccessKey(
                scope,
                each.path("accessKeyId").asText(),
                each.path("secretAccessKey").asText(),
                each.has("created")
                    ? Instant.parse(each.path("created").asText())
                    : Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("access keys: " + file + " is damaged; delete it", e);
    }
  }

  private void write() {
    var array = MAPPER.createArrayNode();
    for (AccessKey key : byAccount.values()) {
      ObjectNode node = array.addObject();
      node.put("account", key.scope().account().value());
      node.put("region", key.scope().region().name());
      node.put("accessKeyId", key.id());
      node.put("secretAccessKey", key.secret());
      node.put("created", key.created().toString());
    }
    try {
      PrivateFiles.write(
          file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array).getBytes(UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String newId() {
    StringBuilder id = new StringBuilder("AKIA");
    for (int i = 0; i < 16; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  private String newSecret() {
    byte[] bytes = new byte[30];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
