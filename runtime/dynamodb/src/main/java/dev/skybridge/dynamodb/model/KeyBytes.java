package dev.skybridge.dynamodb.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Key values as bytes whose unsigned order is DynamoDB's key order: strings by their UTF-8 bytes,
 * numbers by value, binaries by their unsigned bytes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">
 *     Supported data types</a>
 */
public final class KeyBytes {
  private static final byte ESCAPED = (byte) 0xFF;

  private KeyBytes() {}

  /**
   * The bytes of a string, number or binary alone; a string's prefix gives its bytes' prefix.
   *
   * @throws IllegalArgumentException for a value of another type
   */
  public static byte[] of(AttributeValue key) {
    return switch (key) {
      case AttributeValue.S string -> string.value().getBytes(UTF_8);
      case AttributeValue.N number -> DecimalBytes.encode(number.value().value());
      case AttributeValue.B binary -> binary.value().bytes();
      case AttributeValue.BOOL no -> throw noKey(no);
      case AttributeValue.NULL no -> throw noKey(no);
      case AttributeValue.L no -> throw noKey(no);
      case AttributeValue.M no -> throw noKey(no);
      case AttributeValue.SS no -> throw noKey(no);
      case AttributeValue.NS no -> throw noKey(no);
      case AttributeValue.BS no -> throw noKey(no);
    };
  }

  /**
   * The bytes of a key value that others follow: the order of such a sequence is the order of its
   * first values, then of its second ones, and so on. A zero byte is escaped and two end the value.
   */
  public static byte[] delimited(AttributeValue key) {
    byte[] plain = of(key);
    if (key.type() == AttributeValue.Type.N) {
      return plain;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length + 2);
    delimit(plain, bytes);
    bytes.write(0);
    bytes.write(0);
    return bytes.toByteArray();
  }

  /** The bytes with which every {@link #delimited} value begins that begins with this one. */
  public static byte[] delimitedPrefix(AttributeValue key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    delimit(of(key), bytes);
    return bytes.toByteArray();
  }

  private static void delimit(byte[] plain, ByteArrayOutputStream bytes) {
    for (byte b : plain) {
      bytes.write(b);
      if (b == 0) {
        bytes.write(ESCAPED);
      }
    }
  }

  /** The order of two texts' UTF-8 bytes, which is the order of their code points. */
  public static int compareUtf8(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    for (int i = 0; i < shorter; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean surrogate = Character.isSurrogate(a);
        // A surrogate stands for a code point beyond all that need none.
        return surrogate == Character.isSurrogate(b) ? Character.compare(a, b) : surrogate ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static IllegalArgumentException noKey(AttributeValue value) {
    return new IllegalArgumentException("key: " + value.type() + " (expected: S, N or B)");
  }
}
