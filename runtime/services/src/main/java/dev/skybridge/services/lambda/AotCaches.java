package dev.skybridge.services.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * AOT caches of the JDK, one per package: what a new process has loaded, linked and profiled before
 * it begins. They stand where SnapStart stands on AWS. One that does not fit (another JDK, another
 * class path) is left alone by the JVM, which then starts as without it.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
 */
final class AotCaches implements AutoCloseable {
  private final Path folder;
  private final CommandLine commandLine;
  private final AotTraining training;
  private final PackageStore packages;
  private final Set<Path> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("aot-training").factory());

  AotCaches(Path folder, CommandLine commandLine, AotTraining training, PackageStore packages) {
    this.folder = folder;
    this.commandLine = commandLine;
    this.training = training;
    this.packages = packages;
  }

  /** The options with which a process of this package uses its cache; none while there is none. */
  List<String> options(DeploymentPackage code) {
    Path file = file(code);
    return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
  }

  /** Makes the cache of a function's package in the background, once, if it is not there yet. */
  void train(Function function, byte[] event) {
    Optional<DeploymentPackage> code = packages.find(function.codeSha256());
    if (code.isEmpty()) {
      return;
    }
    Path file = file(code.get());
    if (asked.add(file) && !Files.exists(file)) {
      background.execute(() -> training.run(function, code.get(), event, file));
    }
  }

  private Path file(DeploymentPackage code) {
    return folder.resolve(AotKey.of(commandLine, code) + ".aot");
  }

  /** Waits until what was begun is done. */
  boolean await(Duration limit) throws InterruptedException {
    background.shutdown();
    return background.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Breaks off what was begun, and waits until its process is gone. */
  @Override
  public void close() {
    background.shutdownNow();
    try {
      var _ = background.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
