package dev.skybridge.provider.cty;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A Terraform type, as schemas write it. */
public sealed interface Type {
  /** A type without parts. */
  enum Primitive implements Type {
    STRING,
    NUMBER,
    BOOL,
    /** Any type; a value of it carries its own. */
    DYNAMIC
  }

  /** Ordered elements of one type. */
  record ListOf(Type element) implements Type {}

  /** Elements of one type, each once. */
  record SetOf(Type element) implements Type {}

  /** Values of one type by string. */
  record MapOf(Type element) implements Type {}

  /** Named values, each of its own type. */
  record ObjectOf(Map<String, Type> attributes) implements Type {
    public ObjectOf {
      attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }
  }
}
