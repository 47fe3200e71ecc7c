package dev.skybridge.services.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes of this runtime. Each has a file in {@code folder} for as long as it lives, so that
 * after a kill -9 of the runtime the next one finds and ends what was left. Safe for use by several
 * threads.
 */
public final class ChildProcesses implements AutoCloseable {
  private final Path folder;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * @param folder where the files lie; made if missing; of one runtime only
   */
  public ChildProcesses(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the processes that an earlier runtime on this folder left behind. Call it once, before the
   * first {@link #start}.
   *
   * @return how many there were
   */
  public int endLeftovers() {
    int ended = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<ProcessIdentity> left = ProcessIdentity.parse(Files.readString(file));
        if (left.isPresent() && left.get().isAlive()) {
          ProcessHandle.of(left.get().pid()).ifPresent(ProcessHandle::destroyForcibly);
          ended++;
        }
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ended;
  }

  /** Starts a process and remembers it until it ends. */
  public Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    running.add(process);
    Path file = folder.resolve(Long.toString(process.pid()));
    Optional<ProcessIdentity> identity = ProcessIdentity.of(process.pid());
    if (identity.isPresent()) {
      Files.writeString(file, identity.get().line() + "\n");
    }
    var _ = process.onExit().thenAccept(ended -> forget(ended, file));
    return process;
  }

  private void forget(Process process, Path file) {
    running.remove(process);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A file too many is harmless: the identity in it belongs to no live process.
      System.getLogger(ChildProcesses.class.getName())
          .log(System.Logger.Level.DEBUG, "not deleted: " + file, e);
    }
  }

  /** Kills every process that still runs. */
  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
    for (Process process : running) {
      process.onExit().join();
    }
  }
}
