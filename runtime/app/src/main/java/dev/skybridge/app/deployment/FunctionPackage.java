package dev.skybridge.app.deployment;

import dev.skybridge.app.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

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
   * @throws UserError when it is not built
   */
  public static FunctionPackage in(Path checkout) {
    Path jar = checkout.resolve("functions/orders/target/orders.jar");
    try {
      byte[] bytes = Files.readAllBytes(jar);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new FunctionPackage(RELATIVE, Base64.getEncoder().encodeToString(hash), bytes.length);
    } catch (IOException e) {
      throw new UserError(
          "function package " + jar + ": cannot be read (" + e + ")",
          "Build it: ./mvnw -pl functions/orders package",
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
