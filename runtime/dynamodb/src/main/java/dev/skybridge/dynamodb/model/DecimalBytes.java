package dev.skybridge.dynamodb.model;

import java.math.BigDecimal;

/**
 * A number as bytes whose unsigned order is the numbers' order and of which none begins with
 * another: sign, exponent, pairs of digits, end. The pairs are aligned at the decimal point, as
 * DynamoDB counts a number's size.
 */
final class DecimalBytes {
  private static final byte NEGATIVE = 0;
  private static final byte ZERO = 1;
  private static final byte POSITIVE = 2;

  /** Makes the exponent, -64 to 63 in powers of 100, positive. */
  private static final int BIAS = 65;

  private DecimalBytes() {}

  static int size(BigDecimal normal) {
    if (normal.signum() == 0) {
      return 1;
    }
    return 1 + (digits(normal).length() + 1) / 2 + (normal.signum() < 0 ? 1 : 0);
  }

  static byte[] encode(BigDecimal normal) {
    if (normal.signum() == 0) {
      return new byte[] {ZERO};
    }
    String digits = digits(normal);
    int pairs = (digits.length() + 1) / 2;
    byte[] bytes = new byte[pairs + 3];
    bytes[1] = (byte) (Math.floorDiv(exponent(normal) + 1, 2) + BIAS);
    for (int pair = 0; pair < pairs; pair++) {
      int tens = digits.charAt(2 * pair) - '0';
      int ones = 2 * pair + 1 < digits.length() ? digits.charAt(2 * pair + 1) - '0' : 0;
      bytes[pair + 2] = (byte) (tens * 10 + ones + 1);
    }
    if (normal.signum() > 0) {
      bytes[0] = POSITIVE;
      return bytes;
    }
    for (int i = 1; i < bytes.length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    bytes[0] = NEGATIVE;
    return bytes;
  }

  /** The significant digits, with a zero before them where a pair spans the decimal point. */
  private static String digits(BigDecimal normal) {
    String digits = normal.unscaledValue().abs().toString();
    return Math.floorMod(exponent(normal), 2) == 0 ? digits : "0" + digits;
  }

  /** The number is 0.digits times ten to this. */
  private static int exponent(BigDecimal normal) {
    return normal.precision() - normal.scale();
  }
}
