package dev.skybridge.app.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.app.UserError;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.Organization;
import dev.skybridge.services.PrivateFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The organization that a data folder's accounts are in, made once and kept: a line with its id and
 * one with the number of its management account.
 */
public final class OrganizationFile {
  private static final String NO_ACCOUNT = "000000000000";

  private OrganizationFile() {}

  /**
   * Reads the id, or makes and keeps one.
   *
   * @param accounts the first is the management account, from which the id is made
   * @throws UserError when the file holds no id
   */
  public static Organization open(Path file, List<Scope> accounts) {
    Optional<String> kept = PrivateFiles.read(file).map(bytes -> new String(bytes, UTF_8).strip());
    if (kept.isPresent()) {
      try {
        return read(kept.get(), accounts);
      } catch (IllegalArgumentException e) {
        throw new UserError(
            file + ": " + e.getMessage(), "Delete the file; the id is made anew.", e);
      }
    }
    Organization organization = Organization.of(first(accounts));
    String text = organization.id() + "\n" + organization.managementAccount() + "\n";
    PrivateFiles.write(file, text.getBytes(UTF_8));
    return organization;
  }

  /** A file without management account is of a time when nothing depended on it. */
  private static Organization read(String text, List<Scope> accounts) {
    List<String> lines = text.lines().toList();
    if (lines.size() > 1) {
      return new Organization(lines.get(0).strip(), lines.get(1).strip());
    }
    String management =
        accounts.stream()
            .map(scope -> scope.account().value())
            .filter(account -> Organization.of(account).id().equals(text))
            .findFirst()
            .orElseGet(() -> first(accounts));
    return new Organization(text, management);
  }

  private static String first(List<Scope> accounts) {
    return accounts.stream().findFirst().map(scope -> scope.account().value()).orElse(NO_ACCOUNT);
  }
}
