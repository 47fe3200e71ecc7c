package dev.skybridge.dynamodb.differential;

import java.util.List;

/** The attributes that generated items have. */
final class Names {
  /** Attributes that may be keys of indexes. */
  static final List<String> INDEXED = List.of("i1", "i2", "i3");

  /** Attributes that are no keys. */
  static final List<String> PLAIN = List.of("a", "b", "c1", "d", "e", "f");

  /** Names inside of maps. */
  static final List<String> NESTED = List.of("a", "b", "x", "y");

  private Names() {}
}
