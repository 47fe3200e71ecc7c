package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The facts of a request that conditions look at: keys such as {@code aws:SourceVpce}, each with
 * one or more values. Keys are compared without regard to case. Immutable.
 */
public final class Context {
  private static final Context EMPTY = new Context(new Builder());

  private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Context(Builder builder) {
    builder.values.forEach((key, list) -> values.put(key, List.copyOf(list)));
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
    return values.getOrDefault(key, List.of());
  }

  /** Whether the request has {@code key}, possibly with an empty list of values. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The keys, in the case in which they were put. */
  public Set<String> keys() {
    return Set.copyOf(values.keySet());
  }

  /** A builder that begins with this context's keys. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    values.forEach((key, list) -> builder.values.put(key, new ArrayList<>(list)));
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Context context && values.equals(context.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** Collects the keys of a {@link Context}. */
  public static final class Builder {
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Builder() {}

    /** Gives {@code key} the one value {@code value}. */
    public Builder put(String key, String value) {
      values.put(key, new ArrayList<>(List.of(value)));
      return this;
    }

    /** Gives {@code key} these values; an empty list is a key without value. */
    public Builder put(String key, List<String> several) {
      values.put(key, new ArrayList<>(several));
      return this;
    }

    /** Gives {@code key} the value, unless it has one. */
    public Builder putIfAbsent(String key, String value) {
      values.computeIfAbsent(key, absent -> new ArrayList<>(List.of(value)));
      return this;
    }

    public Context build() {
      return new Context(this);
    }
  }
}
