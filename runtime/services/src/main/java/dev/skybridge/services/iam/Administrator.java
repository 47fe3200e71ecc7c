package dev.skybridge.services.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * The person in front of the machine: in each account a user {@code administrator}, who may do
 * everything there. What other accounts own he reaches only where their policies let him.
 */
public final class Administrator {
  static final String NAME = "administrator";
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Administrator() {}

  /** The administrator of {@code scope}'s account. */
  public static Principal.Identity of(Scope scope) {
    return Principal.Identity.user(
        scope.globalArn("iam", "user/" + NAME).toString(), scope.account());
  }

  /** His unique id: {@code AIDA} and 17 characters, for one account always the same. */
  static String id(Scope scope) {
    byte[] hash;
    try {
      hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("administrator of " + scope.account()).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    StringBuilder id = new StringBuilder("AIDA");
    for (int i = 0; i < 17; i++) {
      id.append(ALPHABET.charAt(hash[i] & 31));
    }
    return id.toString();
  }

  /** Whether this is the ARN of an account's administrator. */
  static boolean isUser(String arn) {
    return Arn.isArn(arn)
        && Arn.parse(arn).service().equals("iam")
        && Arn.parse(arn).resource().equals("user/" + NAME);
  }
}
