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
 */
public record Organization(String id) {
  public Organization {
    if (!id.matches("o-[a-z0-9]{10,32}")) {
      throw new IllegalArgumentException(
          "organization id: " + id + " (expected: o- and 10 to 32 of a-z and 0-9)");
    }
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
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("organization of " + managementAccount).getBytes(UTF_8));
      return new Organization("o-" + new BigInteger(1, hash).toString(36).substring(0, 10));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
