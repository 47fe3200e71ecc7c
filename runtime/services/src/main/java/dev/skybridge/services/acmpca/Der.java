package dev.skybridge.services.acmpca;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * The part of the distinguished encoding rules (ITU-T X.690) that certificates need: each method
 * gives a whole value, its tag and length included.
 */
final class Der {
  /** From this year on a time is a GeneralizedTime (RFC 5280 section 4.1.2.5). */
  private static final int GENERALIZED_FROM = 2050;

  private static final DateTimeFormatter UTC_TIME = time("yyMMddHHmmss'Z'");
  private static final DateTimeFormatter GENERALIZED_TIME = time("yyyyMMddHHmmss'Z'");

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return value(0x30, join(parts));
  }

  static byte[] integer(BigInteger number) {
    return value(0x02, number.toByteArray());
  }

  static byte[] yes() {
    return value(0x01, new byte[] {(byte) 0xff});
  }

  static byte[] octets(byte[] content) {
    return value(0x04, content);
  }

  /**
   * @param unused how many of the last bits do not count, 0 to 7
   */
  static byte[] bits(int unused, byte... content) {
    return value(0x03, join(new byte[] {(byte) unused}, content));
  }

  /**
   * @param dotted e.g. {@code 2.5.29.17}
   */
  static byte[] objectIdentifier(String dotted) {
    int[] arcs = Arrays.stream(dotted.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    arc(content, arcs[0] * 40 + arcs[1]);
    for (int i = 2; i < arcs.length; i++) {
      arc(content, arcs[i]);
    }
    return value(0x06, content.toByteArray());
  }

  /** Seven bits a byte, the highest first; all but the last byte carry the mark that more come. */
  private static void arc(ByteArrayOutputStream out, int number) {
    int highest = (31 - Integer.numberOfLeadingZeros(number | 1)) / 7 * 7;
    for (int shift = highest; shift > 0; shift -= 7) {
      out.write(((number >>> shift) & 0x7f) | 0x80);
    }
    out.write(number & 0x7f);
  }

  /** A time to the second, in the form that certificates ask for. */
  static byte[] time(Instant instant) {
    boolean late = instant.atZone(ZoneOffset.UTC).getYear() >= GENERALIZED_FROM;
    DateTimeFormatter form = late ? GENERALIZED_TIME : UTC_TIME;
    return value(late ? 0x18 : 0x17, form.format(instant).getBytes(US_ASCII));
  }

  /** A value behind a tag of its context, e.g. {@code [0]}, that holds other values. */
  static byte[] tagged(int tag, byte[] content) {
    return value(0xa0 | tag, content);
  }

  /** Bytes behind a tag of its context that stands in the place of their own. */
  static byte[] taggedBytes(int tag, byte[] content) {
    return value(0x80 | tag, content);
  }

  /** The bits of the BIT STRING that ends a SEQUENCE of two, as in SubjectPublicKeyInfo. */
  static byte[] trailingBits(byte[] sequence) {
    int algorithm = contentOf(sequence, 0);
    int string = contentOf(sequence, algorithm) + lengthAt(sequence, algorithm);
    // One byte more: how many bits are unused, none in a key.
    int start = contentOf(sequence, string) + 1;
    return Arrays.copyOfRange(sequence, start, sequence.length);
  }

  private static int contentOf(byte[] encoded, int tag) {
    int first = encoded[tag + 1] & 0xff;
    return tag + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int lengthAt(byte[] encoded, int tag) {
    int first = encoded[tag + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int from = tag + 2;
    return new BigInteger(1, Arrays.copyOfRange(encoded, from, from + (first & 0x7f))).intValue();
  }

  private static byte[] value(int tag, byte[] content) {
    byte[] length = BigInteger.valueOf(content.length).toByteArray();
    if (content.length >= 0x80) {
      int from = length[0] == 0 ? 1 : 0;
      byte[] digits = Arrays.copyOfRange(length, from, length.length);
      length = join(new byte[] {(byte) (0x80 | digits.length)}, digits);
    }
    return join(new byte[] {(byte) tag}, length, content);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static DateTimeFormatter time(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
