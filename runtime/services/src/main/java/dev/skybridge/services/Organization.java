package dev.skybridge.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.policy.Context;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * The organization that all accounts of a runtime are in.
 *
 * @param id {@code o-} and 10 letters or digits, as {@code aws:PrincipalOrgID} has it
 * @param managementAccount the number of the account that manages it
 */
public record Organization(String id, String managementAccount) {
  /** No account has this number. */
  private static final String NONE = "000000000000";

  public Organization {
    if (!id.matches("o-[a-z0-9]{10,32}")) {
      throw new IllegalArgumentException(
          "organization id: " + id + " (expected: o- and 10 to 32 of a-z and 0-9)");
    }
    if (!managementAccount.matches("\\d{12}")) {
      throw new IllegalArgumentException(
          "management account: " + managementAccount + " (expected: 12 digits)");
    }
  }

  /** An organization that none of the accounts manages. */
  public Organization(String id) {
    this(id, NONE);
  }

  /** The id of its root: {@code r-} and 4 letters or digits, which follow from its own. */
  public String rootId() {
    return "r-" + hash("root of " + id).substring(0, 4);
  }

  /**
   * The condition keys of every request within it: caller and resource are both in it, as all
   * accounts of a runtime are.
   */
  public Context facts() {
    return Context.builder().put("aws:PrincipalOrgID", id).put("aws:ResourceOrgID", id).build();
  }

  /**
   * The organization whose management account this is: for one account always the same, so that a
   * policy may name it.
   *
   * @param managementAccount 12 digits
   */
  public static Organization of(String managementAccount) {
    String id = "o-" + hash("organization of " + managementAccount).substring(0, 10);
    return new Organization(id, managementAccount);
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return new BigInteger(1, hash).toString(36);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
