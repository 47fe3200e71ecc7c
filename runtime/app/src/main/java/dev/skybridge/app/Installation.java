package dev.skybridge.app;

import dev.skybridge.app.data.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build put beside this program.
 *
 * @param checkout the repository's root
 */
public record Installation(Path checkout) {
  /** Names another folder for caches, e.g. an empty one to measure a first start. */
  private static final String CACHE = "skybridge.cache";

  /** The {@code java} that runs this program: a JDK 25. */
  public Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** AWS's runtime interface client and its libraries. */
  public Path runtimeClient() {
    return there(checkout.resolve("runtime/services/target/lambda-runtime-client"));
  }

  /**
   * What makes starts quick and may be deleted at any time: shared by all data folders, or the data
   * folder's own where the build's folder cannot be written.
   */
  public Path cache(DataFolder data) {
    String chosen = System.getProperty(CACHE, "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    return Files.isWritable(target()) ? sharedCache() : data.path("cache");
  }

  /** What the runtimes of this checkout share of it. */
  public Path sharedCache() {
    return target().resolve("cache");
  }

  private Path target() {
    return checkout.resolve("runtime/app/target");
  }

  private static Path there(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          folder + ": is not there, the build is not complete",
          "Build again: ./mvnw -Pquick package");
    }
    return folder;
  }
}
