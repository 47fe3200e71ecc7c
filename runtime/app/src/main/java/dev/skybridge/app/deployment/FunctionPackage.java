package dev.skybridge.app.deployment;

import dev.skybridge.app.UserError;
import dev.skybridge.services.lambda.FileHashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built function jar as Terraform names it.
 *
 * @param path as the configuration writes it, relative to a root
 * @param sha256 base64 of the SHA-256, as {@code filebase64sha256} prints it
 * @param size in bytes
 */
public record FunctionPackage(String path, String sha256, long size) {
  /** The default of the roots' variable {@code package_path}. */
  private static final String RELATIVE = "../../functions/orders/target/orders.jar";

  /**
   * Looks at the jar in a checkout.
   *
   * @param hashes where its hash may be known
   * @throws UserError when it is not built
   */
  public static FunctionPackage in(Path checkout, FileHashes hashes) {
    Path jar = checkout.resolve("functions/orders/target/orders.jar");
    try {
      return new FunctionPackage(RELATIVE, hashes.sha256(jar), Files.size(jar));
    } catch (IOException e) {
      throw new UserError(
          "function package " + jar + ": cannot be read (" + e + ")",
          "Build it: ./mvnw -pl functions/orders package",
          e);
    }
  }
}
