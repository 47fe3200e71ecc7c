package dev.skybridge.services.secretsmanager;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The secrets' values, sealed: a file a version, {@code ACCOUNT/REGION/NAME-xxxxxx/ID.json}; and
 * when deleted secrets are gone for good: {@code ACCOUNT/REGION/NAME.deleted}.
 */
final class VersionStore {
  /** Linux has 255 bytes for a file's name; the rest is for suffixes. */
  private static final int LONGEST = 200;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SUFFIX = ".json";
  private static final String DESCRIPTION = "description";
  private static final String POLICY = "policy";

  private final Path folder;

  VersionStore(Path folder) {
    this.folder = folder;
  }

  List<Version> versions(String secretArn) {
    return PrivateFiles.list(folderOf(secretArn), SUFFIX).stream().map(VersionStore::read).toList();
  }

  void write(String secretArn, Version version) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", version.id());
    version.stages().forEach(node.withArrayProperty("stages")::add);
    node.put("created", version.created().toEpochMilli());
    node.put("binary", version.binary());
    node.put("sealed", Base64.getEncoder().encodeToString(version.sealed()));
    PrivateFiles.write(file(secretArn, version.id()), node.toString().getBytes(UTF_8));
  }

  /** Keeps what describes a secret beside its values. */
  void keep(Secret secret) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("account", secret.scope().account().value());
    node.put("region", secret.scope().region().name());
    node.put("arn", secret.arn());
    node.put("name", secret.name());
    secret.key().ifPresent(key -> node.put("key", key));
    node.put("description", secret.description());
    ObjectNode tags = node.putObject("tags");
    secret.tags().forEach(tags::put);
    PrivateFiles.write(kept(secret.arn()), node.toString().getBytes(UTF_8));
  }

  boolean isKept(String secretArn) {
    return PrivateFiles.read(kept(secretArn)).isPresent();
  }

  /** The secrets whose descriptions are kept here. */
  List<Secret> kept() {
    return files(DESCRIPTION).stream().map(VersionStore::description).toList();
  }

  /** Keeps a secret's policy beside its values. */
  void keepPolicy(String secretArn, String text) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("arn", secretArn);
    node.put("policy", text);
    PrivateFiles.write(folderOf(secretArn).resolve(POLICY), node.toString().getBytes(UTF_8));
  }

  void forgetPolicy(String secretArn) {
    PrivateFiles.delete(folderOf(secretArn).resolve(POLICY));
  }

  /** The policies that are kept here, by secret. */
  Map<String, String> keptPolicies() {
    Map<String, String> policies = new TreeMap<>();
    for (Path file : files(POLICY)) {
      JsonNode node = tree(file);
      policies.put(node.path("arn").asText(), node.path("policy").asText());
    }
    return policies;
  }

  private List<Path> files(String name) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 4)) {
      return files.filter(file -> file.endsWith(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(Path file) {
    try {
      return MAPPER.readTree(PrivateFiles.read(file).orElse(new byte[0]));
    } catch (IOException e) {
      throw new UncheckedIOException("damaged: " + file, e);
    }
  }

  private static Secret description(Path file) {
    JsonNode node = tree(file);
    Map<String, String> tags = new TreeMap<>();
    node.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return new Secret(
        new Scope(
            new AccountId(node.path("account").asText()), new Region(node.path("region").asText())),
        node.path("arn").asText(),
        node.path("name").asText(),
        Optional.ofNullable(node.get("key")).map(JsonNode::asText),
        node.path("description").asText(),
        tags);
  }

  private Path kept(String secretArn) {
    return folderOf(secretArn).resolve(DESCRIPTION);
  }

  void deleteAll(String secretArn) {
    PrivateFiles.delete(folderOf(secretArn));
  }

  /** Notes that a secret of this name is gone for good only at {@code end}. */
  void schedule(Scope scope, String name, Instant end) {
    PrivateFiles.write(tombstone(scope, name), Long.toString(end.getEpochSecond()).getBytes(UTF_8));
  }

  /** When a deleted secret of this name is gone for good. */
  Optional<Instant> scheduled(Scope scope, String name) {
    return PrivateFiles.read(tombstone(scope, name))
        .map(bytes -> Instant.ofEpochSecond(Long.parseLong(new String(bytes, UTF_8))));
  }

  void forget(Scope scope, String name) {
    PrivateFiles.delete(tombstone(scope, name));
  }

  private static Version read(Path file) {
    byte[] content =
        PrivateFiles.read(file).orElseThrow(() -> new IllegalStateException("gone: " + file));
    try {
      JsonNode node = MAPPER.readTree(content);
      List<String> stages = new ArrayList<>();
      node.path("stages").forEach(stage -> stages.add(stage.asText()));
      return new Version(
          node.path("id").asText(),
          stages,
          Instant.ofEpochMilli(node.path("created").asLong()),
          node.path("binary").asBoolean(),
          Base64.getDecoder().decode(node.path("sealed").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException("not a version of a secret: " + file, e);
    }
  }

  private Path file(String secretArn, String versionId) {
    return folderOf(secretArn).resolve(encode(versionId) + SUFFIX);
  }

  private Path folderOf(String secretArn) {
    Arn arn = Arn.parse(secretArn);
    String resource = arn.resource().substring(arn.resource().indexOf(':') + 1);
    return folder.resolve(arn.account()).resolve(arn.region()).resolve(encode(resource));
  }

  private Path tombstone(Scope scope, String name) {
    return folder
        .resolve(scope.account().value())
        .resolve(scope.region().name())
        .resolve(encode(name) + ".deleted");
  }

  /**
   * A name as a file's name: secrets may have slashes in theirs, and longer ones than files. What
   * is cut ends in a mark that no encoded name has, and in the whole name's hash.
   */
  private static String encode(String name) {
    String encoded = URLEncoder.encode(name, UTF_8).replace(".", "%2E");
    return encoded.length() <= LONGEST
        ? encoded
        : encoded.substring(0, LONGEST / 2) + "~" + hash(name);
  }

  private static String hash(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
