package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A value in an answer, of the types that AWS's service models have. How it is written (a time as
 * seconds or as text, a list with or without wrapping elements) is the protocol's affair.
 */
public sealed interface Output {
  /** A string or an enumeration's value. */
  record Text(String value) implements Output {
    public Text {
      requireNonNull(value);
    }
  }

  /** An integer. */
  record Whole(long value) implements Output {}

  /** A boolean. */
  record Flag(boolean value) implements Output {}

  /** A point in time. */
  record Time(Instant value) implements Output {
    public Time {
      requireNonNull(value);
    }
  }

  /** Bytes; base64 in every protocol here. */
  // Written once, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Blob(byte[] value) implements Output {
    public Blob {
      requireNonNull(value);
    }
  }

  /**
   * A list.
   *
   * @param element the name of each element in XML, where it is not the protocol's usual one; else
   *     empty
   */
  record Items(String element, List<Output> values) implements Output {
    public Items {
      requireNonNull(element);
      values = List.copyOf(values);
    }

    /** A list whose elements have the protocol's usual name. */
    public static Items of(Collection<? extends Output> values) {
      return new Items("", List.copyOf(values));
    }

    /** A list of strings. */
    public static Items texts(Collection<String> values) {
      return of(values.stream().map(Text::new).toList());
    }
  }

  /** A map from strings to values. */
  record Entries(SequencedMap<String, Output> values) implements Output {
    public Entries {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /** A map from strings to strings. */
    public static Entries texts(Map<String, String> values) {
      SequencedMap<String, Output> entries = new LinkedHashMap<>();
      values.forEach((name, value) -> entries.put(name, new Text(value)));
      return new Entries(entries);
    }
  }

  /** A structure: members in the order in which AWS's model has them. */
  record Structure(SequencedMap<String, Output> members) implements Output {
    /** Without members. */
    public static final Structure EMPTY = new Structure(new LinkedHashMap<>());

    public Structure {
      members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    public static Builder builder() {
      return new Builder();
    }
  }

  /** Collects the members of a {@link Structure}. */
  final class Builder {
    private final SequencedMap<String, Output> members = new LinkedHashMap<>();

    private Builder() {}

    public Builder put(String name, Output value) {
      members.put(name, value);
      return this;
    }

    public Builder put(String name, String value) {
      return put(name, new Text(value));
    }

    /** Puts a member if there is a value for it. */
    public Builder putIf(String name, Optional<String> value) {
      value.ifPresent(text -> put(name, text));
      return this;
    }

    public Builder put(String name, long value) {
      return put(name, new Whole(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, new Flag(value));
    }

    public Builder put(String name, Instant value) {
      return put(name, new Time(value));
    }

    public Builder put(String name, byte[] value) {
      return put(name, new Blob(value));
    }

    public Builder put(String name, Builder value) {
      return put(name, value.build());
    }

    /** Puts a list of structures. */
    public Builder structures(String name, Collection<Structure> values) {
      return put(name, Items.of(values));
    }

    /** Puts a list of strings. */
    public Builder texts(String name, Collection<String> values) {
      return put(name, Items.texts(values));
    }

    /** Puts tags as most services have them: a list of {@code Key} and {@code Value}. */
    public Builder tags(String name, Map<String, String> tags) {
      List<Structure> list = new ArrayList<>();
      tags.forEach(
          (key, value) -> list.add(new Builder().put("Key", key).put("Value", value).build()));
      return structures(name, list);
    }

    public Structure build() {
      return new Structure(members);
    }
  }
}
