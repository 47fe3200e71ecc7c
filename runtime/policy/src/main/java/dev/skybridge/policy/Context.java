package dev.skybridge.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a request that conditions look at: keys such as {@code aws:SourceVpce}, each with
 * one or more values. Keys are compared without regard to case. Immutable.
 *
 * @see ConditionKey
 */
public final class Context {
  private static final Context EMPTY = new Context(Map.of());

  /** By key in lower case. */
  private final Map<String, Entry> entries;

  /** A key as it was put, and its values. */
  private record Entry(String key, List<String> values) {}

  private Context(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** A context without keys. */
  public static Context empty() {
    return EMPTY;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The values of {@code key}; empty if the request has none. */
  public List<String> values(String key) {
    return lowerCase(key.toLowerCase(Locale.ROOT));
  }

  /** Whether the request has {@code key}, possibly with an empty list of values. */
  public boolean has(String key) {
    return hasLowerCase(key.toLowerCase(Locale.ROOT));
  }

  List<String> lowerCase(String key) {
    @Nullable Entry entry = entries.get(key);
    return entry == null ? List.of() : entry.values();
  }

  boolean hasLowerCase(String key) {
    return entries.containsKey(key);
  }

  /** The keys, in the case in which they were put. */
  public Set<String> keys() {
    return entries.values().stream().map(Entry::key).collect(Collectors.toUnmodifiableSet());
  }

  /** A builder that begins with this context's keys. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.entries.putAll(entries);
    return builder;
  }

  /** Equal are contexts with the same keys, case apart, and the same values in the same order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Context context && byKey().equals(context.byKey());
  }

  @Override
  public int hashCode() {
    return byKey().hashCode();
  }

  @Override
  public String toString() {
    Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    entries.values().forEach(entry -> named.put(entry.key(), entry.values()));
    return named.toString();
  }

  private Map<String, List<String>> byKey() {
    return entries.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().values()));
  }

  /** Collects the keys of a {@link Context}. */
  public static final class Builder {
    private final Map<String, Entry> entries = new HashMap<>();

    private Builder() {}

    /** Gives {@code key} the one value {@code value}. */
    public Builder put(String key, String value) {
      return put(key, List.of(value));
    }

    /** Gives {@code key} these values; an empty list is a key without value. */
    public Builder put(String key, List<String> several) {
      entries.put(key.toLowerCase(Locale.ROOT), new Entry(key, List.copyOf(several)));
      return this;
    }

    /** Gives {@code key} the one value {@code value}. */
    public Builder put(ConditionKey key, String value) {
      entries.put(key.lowerCase(), new Entry(key.name(), List.of(value)));
      return this;
    }

    /**
     * Gives {@code key} these values; an empty list is a key without value.
     *
     * @throws IllegalArgumentException if the key cannot have several
     */
    public Builder put(ConditionKey key, List<String> several) {
      if (several.size() > 1 && !key.multivalued()) {
        throw new IllegalArgumentException(key.name() + ": " + several + " (expected: one value)");
      }
      entries.put(key.lowerCase(), new Entry(key.name(), List.copyOf(several)));
      return this;
    }

    /** Gives {@code key} the value, unless it has one. */
    public Builder putIfAbsent(String key, String value) {
      entries.putIfAbsent(key.toLowerCase(Locale.ROOT), new Entry(key, List.of(value)));
      return this;
    }

    /** Puts all keys of {@code other}, over those of the same name. */
    public Builder putAll(Context other) {
      entries.putAll(other.entries);
      return this;
    }

    public Context build() {
      return new Context(Map.copyOf(entries));
    }
  }
}
