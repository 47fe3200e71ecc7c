package dev.skybridge.app.deployment;

import dev.skybridge.app.UserError;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The folder in which Terraform runs for a deployment: links to the root's files, its sibling
 * modules and the built functions, and an override that keeps the state in the data folder. So
 * neither state nor {@code .terraform} enters the sources, and a root's own backend is left alone.
 */
public final class Workspace {
  private static final String OVERRIDE = "skybridge_override.tf";

  private final DataFolder data;
  private final Deployment deployment;

  public Workspace(DataFolder data, Deployment deployment) {
    this.data = data;
    this.deployment = deployment;
  }

  /** Where Terraform runs. */
  public Path folder() {
    return top().resolve("infrastructure").resolve(deployment.root().getFileName());
  }

  /** The working state (format 4). */
  public Path state() {
    return top().resolve("terraform.tfstate");
  }

  private Path top() {
    return data.path("terraform", deployment.name());
  }

  /** Makes the links equal to what the root holds now. */
  public void refresh() {
    try {
      Files.createDirectories(folder());
      removeLinks(folder());
      Path infrastructure = deployment.root().resolveSibling(".").normalize();
      try (var files = Files.list(deployment.root())) {
        for (Path file : files.toList()) {
          String name = String.valueOf(file.getFileName());
          if (!name.startsWith(".") && !name.endsWith(".tfstate")) {
            link(folder().resolve(name), file);
          }
        }
      }
      link(top().resolve("infrastructure").resolve("modules"), infrastructure.resolve("modules"));
      link(
          top().resolve("functions"),
          infrastructure.resolveSibling("functions").toAbsolutePath().normalize());
      Files.writeString(
          folder().resolve(OVERRIDE),
          "terraform {\n  backend \"local\" {\n    path = \"" + state() + "\"\n  }\n}\n");
    } catch (IOException e) {
      throw new UserError(
          "workspace " + folder() + ": cannot be written (" + e + ")",
          "Check the data folder's permissions and free space.",
          e);
    }
  }

  private static void removeLinks(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void link(Path link, Path target) throws IOException {
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(link);
    }
    Files.createSymbolicLink(link, target.toAbsolutePath());
  }
}
