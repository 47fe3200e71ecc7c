package dev.skybridge.dynamodb.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads the text of a number in time linear to its length, whatever its length: superfluous zeros
 * are cut before any arithmetic.
 */
final class DecimalText {
  /** More digits than any number may have; what is beyond need not be read exactly. */
  private static final int ENOUGH_DIGITS = 60;

  /** More than any exponent that matters, and small enough to be added up. */
  private static final int FAR = 1_000_000_000;

  private final String text;
  private int at;

  private DecimalText(String text) {
    this.text = text;
  }

  static BigDecimal parse(String text) {
    return new DecimalText(text).number();
  }

  private BigDecimal number() {
    boolean negative = sign();
    StringBuilder digits = new StringBuilder();
    int seen = at;
    int scale = 0;
    int dropped = 0;
    boolean point = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '.' && !point) {
        point = true;
        seen++;
        continue;
      }
      if (c < '0' || c > '9') {
        break;
      }
      if (digits.length() < ENOUGH_DIGITS) {
        if (c != '0' || !digits.isEmpty()) {
          digits.append(c);
        }
      } else {
        dropped++;
        if (c != '0') {
          // Too precise in any case: one digit that is not zero must remain.
          digits.setCharAt(ENOUGH_DIGITS - 1, '1');
        }
      }
      scale += point ? 1 : 0;
    }
    if (at == seen) {
      throw noNumber();
    }
    long exponent = exponent();
    if (digits.isEmpty()) {
      return BigDecimal.ZERO;
    }
    long power = exponent - scale + dropped;
    BigDecimal value =
        new BigDecimal(
            new BigInteger(digits.toString()), (int) -Math.clamp(power, -FAR, (long) FAR));
    return negative ? value.negate() : value;
  }

  private boolean sign() {
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      return text.charAt(at++) == '-';
    }
    return false;
  }

  private long exponent() {
    if (at == text.length()) {
      return 0;
    }
    char e = text.charAt(at++);
    if (e != 'e' && e != 'E') {
      throw noNumber();
    }
    boolean negative = sign();
    int begin = at;
    long exponent = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        throw noNumber();
      }
      exponent = exponent * 10 + (c - '0');
      if (exponent > Integer.MAX_VALUE) {
        throw noNumber();
      }
    }
    if (at == begin) {
      throw noNumber();
    }
    return negative ? -exponent : exponent;
  }

  private static ValidationException noNumber() {
    return new ValidationException("A value provided cannot be converted into a number");
  }
}
