package dev.skybridge.dynamodb.model;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that nobody changes, ordered as unsigned. */
public final class Binary implements Comparable<Binary> {
  private final byte[] bytes;

  private Binary(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of the bytes. */
  public static Binary of(byte[] bytes) {
    return new Binary(bytes.clone());
  }

  /**
   * Reads RFC 4648 base64, as the API carries binaries.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static Binary ofBase64(String text) {
    return new Binary(Base64.getDecoder().decode(text));
  }

  /** How many bytes. */
  public int size() {
    return bytes.length;
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** RFC 4648 base64 with padding. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether these bytes begin with the others. */
  public boolean startsWith(Binary other) {
    return bytes.length >= other.bytes.length
        && Arrays.equals(bytes, 0, other.bytes.length, other.bytes, 0, other.bytes.length);
  }

  /** Whether the others occur in these. */
  public boolean contains(Binary other) {
    int last = bytes.length - other.bytes.length;
    for (int from = 0; from <= last; from++) {
      if (Arrays.equals(
          bytes, from, from + other.bytes.length, other.bytes, 0, other.bytes.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Binary other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
