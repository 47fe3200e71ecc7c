package dev.skybridge.dynamodb.model;

import java.math.BigDecimal;

/**
 * A DynamoDB number: exact decimal, at most 38 significant digits, zero or of a magnitude from
 * 1E-130 to 9.9999999999999999999999999999999999999E+125. Numbers of one value are equal, however
 * they were written.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number">Number</a>
 */
public final class Decimal implements Comparable<Decimal> {
  /** Zero. */
  public static final Decimal ZERO = new Decimal(BigDecimal.ZERO);

  private static final int MOST_DIGITS = 38;
  private static final int MOST_EXPONENT = 125;
  private static final int LEAST_EXPONENT = -130;

  private final BigDecimal value;

  private Decimal(BigDecimal normal) {
    this.value = normal;
  }

  /**
   * Reads a number as the API carries it: digits with an optional sign, point and exponent.
   *
   * @throws ValidationException if it is no number, too large, too small or too precise
   */
  public static Decimal parse(String text) {
    return of(DecimalText.parse(text));
  }

  /**
   * The number of a value.
   *
   * @throws ValidationException if it is too large, too small or too precise
   */
  public static Decimal of(BigDecimal exact) {
    if (exact.signum() == 0) {
      return ZERO;
    }
    BigDecimal normal = exact.stripTrailingZeros();
    long exponent = (long) normal.precision() - normal.scale() - 1;
    if (exponent > MOST_EXPONENT) {
      throw new ValidationException(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < LEAST_EXPONENT) {
      throw new ValidationException(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (normal.precision() > MOST_DIGITS) {
      throw new ValidationException("DynamoDB only supports precision up to 38 digits");
    }
    return new Decimal(normal);
  }

  /** The number of a whole value. */
  public static Decimal of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  /** The sum; its limits are a number's. */
  public Decimal plus(Decimal other) {
    return of(value.add(other.value));
  }

  /** The difference; its limits are a number's. */
  public Decimal minus(Decimal other) {
    return of(value.subtract(other.value));
  }

  /** The value without trailing zeros. */
  public BigDecimal value() {
    return value;
  }

  /** Bytes as DynamoDB counts them. */
  public int size() {
    return DecimalBytes.size(value);
  }

  @Override
  public int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decimal decimal && value.equals(decimal.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** As DynamoDB writes it: without exponent, without superfluous zeros. */
  @Override
  public String toString() {
    return value.toPlainString();
  }
}
