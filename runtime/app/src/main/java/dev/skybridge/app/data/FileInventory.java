package dev.skybridge.app.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Inventory;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.cty.Type;
import dev.skybridge.provider.cty.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The inventory as a file: one line per change, written through to the disk before the change is
 * answered; rewritten short when it opens. One lock (its monitor) guards memory and file.
 */
public final class FileInventory implements Inventory, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<InventoryEntry.Key, InventoryEntry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final List<String> pending = new ArrayList<>();
  private final RecordLog log;

  /**
   * Opens the inventory and brings its content to memory.
   *
   * @param types the object type of each resource type's state
   */
  public FileInventory(Path file, Function<String, Type.ObjectOf> types) {
    RecordLog.Opened opened = RecordLog.open(file);
    log = opened.log();
    for (String line : opened.lines()) {
      replay(line, types);
    }
    List<String> all = new ArrayList<>();
    ordinals.forEach((key, next) -> all.add(ordinalLine(key, next)));
    entries.values().forEach(entry -> all.add(putLine(entry)));
    if (all.size() < opened.lines().size()) {
      log.replace(all);
    }
  }

  @Override
  public synchronized void put(InventoryEntry entry) {
    entries.put(entry.key(), entry);
    write(putLine(entry));
  }

  /** Adds or replaces many at once: all of them survive a crash or none does. */
  public synchronized void putAll(List<InventoryEntry> all) {
    List<String> lines = new ArrayList<>();
    for (InventoryEntry entry : entries.values()) {
      lines.add(putLine(entry));
    }
    for (InventoryEntry entry : all) {
      entries.put(entry.key(), entry);
      lines.add(putLine(entry));
    }
    ordinals.forEach((key, next) -> lines.add(ordinalLine(key, next)));
    pending.clear();
    log.replace(lines);
  }

  @Override
  public synchronized void remove(InventoryEntry.Key key) {
    if (entries.remove(key) != null) {
      write(json("remove", key).toString());
    }
  }

  @Override
  public synchronized Optional<InventoryEntry> find(InventoryEntry.Key key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public synchronized List<InventoryEntry> entries() {
    return List.copyOf(entries.values());
  }

  @Override
  public synchronized int ordinal(String key) {
    int ordinal = ordinals.merge(key, 1, Integer::sum) - 1;
    pending.add(ordinalLine(key, ordinal + 1));
    return ordinal;
  }

  /** The next ordinal of each key that was asked for. */
  public synchronized Map<String, Integer> ordinals() {
    return Map.copyOf(ordinals);
  }

  private void write(String line) {
    pending.add(line);
    List<String> lines = List.copyOf(pending);
    pending.clear();
    log.append(lines, true);
  }

  private void replay(String line, Function<String, Type.ObjectOf> types) {
    JsonNode node = tree(line);
    if (node.path("op").asText().equals("ordinal")) {
      ordinals.put(node.path("key").asText(), node.path("next").asInt());
      return;
    }
    Scope scope =
        new Scope(
            new AccountId(node.path("account").asText()), new Region(node.path("region").asText()));
    String type = node.path("type").asText();
    String id = node.path("id").asText();
    if (node.path("op").asText().equals("remove")) {
      entries.remove(new InventoryEntry.Key(scope, type, id));
      return;
    }
    Map<String, String> texts = new TreeMap<>();
    node.path("remembered").properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    InventoryEntry entry =
        new InventoryEntry(
            scope,
            type,
            id,
            ValueJson.readObject(types.apply(type), node.path("state")),
            new PrivateData(texts));
    entries.put(entry.key(), entry);
  }

  private static String putLine(InventoryEntry entry) {
    ObjectNode line = json("put", entry.key());
    line.set("state", ValueJson.write(entry.state()));
    ObjectNode remembered = line.putObject("remembered");
    entry.remembered().texts().forEach(remembered::put);
    return line.toString();
  }

  private static String ordinalLine(String key, int next) {
    return JSON.createObjectNode()
        .put("op", "ordinal")
        .put("key", key)
        .put("next", next)
        .toString();
  }

  private static ObjectNode json(String op, InventoryEntry.Key key) {
    return JSON.createObjectNode()
        .put("op", op)
        .put("account", key.scope().account().value())
        .put("region", key.scope().region().name())
        .put("type", key.type())
        .put("id", key.id());
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an inventory line whose checksum is right is no JSON", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    log.close();
  }
}
