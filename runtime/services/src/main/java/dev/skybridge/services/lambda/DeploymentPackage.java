package dev.skybridge.services.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A deployment package at rest.
 *
 * @param folder where it lies
 * @param sha256 its hash, base64
 */
public record DeploymentPackage(Path folder, String sha256) {
  static final String ARCHIVE = "package.jar";
  static final String TASK = "task";

  /** Where the function finds its files: {@code LAMBDA_TASK_ROOT}. */
  Path task() {
    return folder.resolve(TASK);
  }

  /**
   * What the function adds to the class path: the classes at the package's root, then its {@code
   * lib} folder in order of name, as on AWS. The classes come from the archive, not from the
   * unpacked folder, because only archives can be in an AOT cache.
   */
  List<Path> classPath() {
    List<Path> path = new ArrayList<>();
    path.add(folder.resolve(ARCHIVE));
    Path libraries = task().resolve("lib");
    if (Files.isDirectory(libraries)) {
      try (Stream<Path> files = Files.list(libraries)) {
        files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(path::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return path;
  }

  /**
   * Whether the class of a handler is in the package itself; false as well when it lies in a
   * library of it.
   *
   * @param handler {@code package.Class} or {@code package.Class::method}
   */
  public boolean hasHandlerClass(String handler) {
    String name = handler.contains("::") ? handler.substring(0, handler.indexOf("::")) : handler;
    return Files.exists(task().resolve(name.replace('.', '/') + ".class"));
  }
}
