package dev.skybridge.app.deployment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.skybridge.app.UserError;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A plan that {@code terraform plan -out} wrote: a ZIP file whose entry {@code tfplan} names the
 * backend, and so the deployment's state.
 *
 * @param path the file
 */
public record PlanFile(Path path) {
  /** An entry larger than this is no plan of one account. */
  private static final long LARGEST = 256L << 20;

  /**
   * The deployment for which the plan was made on this data folder.
   *
   * @throws UserError when the file is no plan, or of no deployment that is known
   */
  public Deployment deployment(Deployments deployments, DataFolder data) {
    String text = new String(tfplan(), ISO_8859_1);
    Optional<Deployment> found =
        deployments.all().stream()
            .filter(one -> text.contains(new Workspace(data, one).state().toString()))
            .findFirst();
    return found.orElseThrow(() ->
        new UserError(
            "plan " + path + ": was not made for a deployment on data folder " + data.root(),
            "Make it here: ./skybridge terraform DEPLOYMENT plan -out=FILE"));
  }

  private byte[] tfplan() {
    if (!Files.isRegularFile(path)) {
      throw new UserError(
          "plan " + path + ": there is no such file", "Name a file or a deployment.");
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry("tfplan");
      if (entry == null || entry.getSize() > LARGEST) {
        throw noPlan(null);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw noPlan(e);
    }
  }

  private UserError noPlan(@org.jspecify.annotations.Nullable IOException e) {
    String problem = "plan " + path + ": is no plan file of Terraform";
    String remedy =
        "Give what terraform plan -out=FILE wrote, not its text or JSON: only that can be tried.";
    return e == null ? new UserError(problem, remedy) : new UserError(problem, remedy, e);
  }
}
