package dev.skybridge.app.preparation;

import dev.skybridge.app.Installation;
import dev.skybridge.services.acm.KeyAlgorithm;
import dev.skybridge.services.acm.KeyStock;
import dev.skybridge.services.process.Background;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the next start finds ready: this program's AOT cache, which a rehearsal in a process of its
 * own makes, the functions' AOT caches, and keys for certificates. All of it lies in the build's
 * cache folder and may be deleted at any time.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
 */
public final class Preparation {
  /** Names the AOT cache's file for this JDK, these jars and these flags; the launcher sets it. */
  private static final String FILE = "skybridge.aot";

  /** As many as the committed infrastructure has RSA certificates, and one more. */
  static final int KEYS = 4;

  private static final String GROWING = ".growing";

  /** An unfinished file older than this belongs to a rehearsal that was killed. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path file;
  private final Installation installation;

  Preparation(Path file, Installation installation) {
    this.file = file;
    this.installation = installation;
  }

  /** Starts processes; the caller decides who ends them. */
  @FunctionalInterface
  public interface Starter {
    Process start(ProcessBuilder builder) throws IOException;
  }

  /** Nothing where this program was not started by its launcher. */
  public static Optional<Preparation> of(Installation installation) {
    String file = System.getProperty(FILE, "");
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new Preparation(Path.of(file), installation));
  }

  /** Whether nothing is left to make. */
  public boolean isDone() {
    return Files.exists(file) && !isShortOfKeys(installation);
  }

  /**
   * Makes what is missing and waits for it: in a process of the lowest priority, which ends with
   * this one.
   *
   * @param program how this program is started
   * @return whether all of it is there now
   * @throws IOException when the cache folder cannot be written or no process be started
   */
  public boolean make(List<String> program, Starter starter)
      throws IOException, InterruptedException {
    if (isDone()) {
      return true;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    deleteAbandoned();
    Path growing = file.resolveSibling(file.getFileName() + "." + System.nanoTime() + GROWING);
    try {
      Process process = starter.start(rehearsal(program, growing));
      if (process.waitFor() == 0 && Files.exists(growing)) {
        Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
        deleteOthers();
      }
      return process.exitValue() == 0 && isDone();
    } finally {
      Files.deleteIfExists(growing);
      Files.deleteIfExists(growing.resolveSibling(growing.getFileName() + ".config"));
    }
  }

  /** The JVM options of a start that uses the AOT cache; silent where it does not fit. */
  public List<String> options() {
    return List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off");
  }

  private ProcessBuilder rehearsal(List<String> program, Path growing) {
    List<String> command = new ArrayList<>(withoutCache(program));
    if (!Files.exists(file)) {
      command.add(1, "-XX:AOTCacheOutput=" + growing);
    }
    command.add("rehearse");
    if (Files.exists(file)) {
      command.add("--keys");
    }
    return new ProcessBuilder(Background.of(command))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  /** The same command without the AOT cache that it may use. */
  public static List<String> withoutCache(List<String> program) {
    return program.stream()
        .filter(part -> !part.startsWith("-XX:AOT") && !part.startsWith("-Xlog:"))
        .toList();
  }

  /** Fills the stock of keys. */
  public static void makeKeys(Installation installation) {
    while (isShortOfKeys(installation)) {
      stock(installation).add(KeyAlgorithm.RSA_2048);
    }
  }

  private static boolean isShortOfKeys(Installation installation) {
    return stock(installation).size(KeyAlgorithm.RSA_2048) < KEYS;
  }

  private static KeyStock stock(Installation installation) {
    return new KeyStock(installation.sharedCache().resolve("keys"));
  }

  /** Caches of earlier builds: nothing uses them any more. */
  private void deleteOthers() throws IOException {
    for (Path each : siblings("skybridge-*.aot")) {
      if (!each.getFileName().equals(file.getFileName())) {
        Files.deleteIfExists(each);
      }
    }
  }

  private void deleteAbandoned() throws IOException {
    Instant before = Instant.now().minus(ABANDONED);
    for (Path each : siblings("*" + GROWING + "*")) {
      if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
        Files.deleteIfExists(each);
      }
    }
  }

  private List<Path> siblings(String pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(file.toAbsolutePath().getParent(), pattern)) {
      all.forEach(found::add);
    }
    return found;
  }
}
