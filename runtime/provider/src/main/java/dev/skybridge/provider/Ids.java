package dev.skybridge.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that look like AWS's, made of what is created: account, Region, type, attributes and how many
 * such there were before. The same creation gives the same ids; no two creations do.
 *
 * <p>{@code part} tells several ids of one instance apart, for example the network interfaces of a
 * load balancer by their subnet.
 */
public final class Ids {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String MIXED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final String seed;

  /** Ids that follow from {@code seed}. */
  public Ids(String seed) {
    this.seed = seed;
  }

  /** As EC2 makes them: {@code vpc-0} and 16 hexadecimal digits. */
  public String ec2(String prefix, String... part) {
    return prefix + "-0" + hex(16, with(prefix, part));
  }

  /** As API Gateway makes them: 10 lower-case letters and digits. */
  public String api(String... part) {
    return letters(LOWER, 10, with("api", part));
  }

  /** {@code length} lower-case letters and digits. */
  public String lower(int length, String... part) {
    return letters(LOWER, length, with("lower", part));
  }

  /** {@code length} letters and digits, as the end of a secret's ARN (6). */
  public String mixed(int length, String... part) {
    return letters(MIXED, length, with("mixed", part));
  }

  /** As IAM makes them: {@code AROA} and 17 upper-case letters and digits. */
  public String iam(String prefix, String... part) {
    return prefix + letters(UPPER, 17, with(prefix, part));
  }

  /** As Route 53 makes them: {@code Z} and 20 upper-case letters and digits. */
  public String zone(String... part) {
    return "Z" + letters(UPPER, 20, with("zone", part));
  }

  /** {@code length} hexadecimal digits, as in a load balancer's ARN (16). At most 64. */
  public String hex(int length, String... part) {
    return "%064x".formatted(digest(with("hex", part))).substring(64 - length);
  }

  /** A version 4 UUID, as KMS, ACM and Secrets Manager make them. */
  public String uuid(String... part) {
    var bits = digest(with("uuid", part));
    long most = (bits.shiftRight(64).longValue() & ~0xF000L) | 0x4000L;
    long least = (bits.longValue() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  private String letters(String alphabet, int length, String... part) {
    var rest = digest(part);
    var base = BigInteger.valueOf(alphabet.length());
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      var split = rest.divideAndRemainder(base);
      text.append(alphabet.charAt(split[1].intValue()));
      rest = split[0];
    }
    return text.toString();
  }

  private BigInteger digest(String... part) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(seed.getBytes(UTF_8));
      for (var text : part) {
        digest.update((byte) 0);
        digest.update(text.getBytes(UTF_8));
      }
      return new BigInteger(1, digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String[] with(String first, String... rest) {
    var all = new String[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
