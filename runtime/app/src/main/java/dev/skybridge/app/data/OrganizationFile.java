package dev.skybridge.app.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.app.UserError;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.Organization;
import dev.skybridge.services.PrivateFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The id of the organization that a data folder's accounts are in: made once and kept. */
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
        return new Organization(kept.get());
      } catch (IllegalArgumentException e) {
        throw new UserError(
            file + ": " + e.getMessage(), "Delete the file; the id is made anew.", e);
      }
    }
    String management =
        accounts.stream().findFirst().map(scope -> scope.account().value()).orElse(NO_ACCOUNT);
    Organization organization = Organization.of(management);
    PrivateFiles.write(file, (organization.id() + "\n").getBytes(UTF_8));
    return organization;
  }
}
