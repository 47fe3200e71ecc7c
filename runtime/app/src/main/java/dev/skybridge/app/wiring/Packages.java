package dev.skybridge.app.wiring;

import dev.skybridge.app.data.DataFolder;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deployment packages as configurations name them. A path is relative to where Terraform runs,
 * which a provider is not told: the workspaces of the deployments are looked at.
 */
final class Packages {
  private final DataFolder data;

  Packages(DataFolder data) {
    this.data = data;
  }

  /**
   * The file that a function's {@code filename} means.
   *
   * @throws AwsException when there is no such file in any workspace
   */
  Path resolve(String filename) {
    Path named = Path.of(filename);
    if (named.isAbsolute()) {
      return named;
    }
    return workspaces().stream()
        .map(folder -> folder.resolve(named).normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() ->
            new AwsException(
                "InvalidParameterValueException",
                400,
                "unable to load \""
                    + filename
                    + "\": no such file in a deployment's workspace. Name it by an absolute"
                    + " path, or build it: ./mvnw -pl functions/orders package"));
  }

  private List<Path> workspaces() {
    Path top = data.path("terraform");
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> found = Files.find(top, 3, (path, _) -> isRoot(path))) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRoot(Path path) {
    return Files.exists(path.resolve("skybridge_override.tf"));
  }
}
