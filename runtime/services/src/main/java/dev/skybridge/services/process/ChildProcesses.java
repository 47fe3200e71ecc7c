package dev.skybridge.services.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The processes of this runtime. They end with it, also when it is killed with kill -9: a {@link
 * Watcher} sees to that. Each has a file in {@code folder} for as long as it lives, so that the
 * next runtime finds and ends what was left all the same. Safe for use by several threads; the
 * instance's monitor guards the watcher.
 */
public final class ChildProcesses implements AutoCloseable {
  private final Path folder;

  /** The processes that run, each with what is completed when it has ended and is forgotten. */
  private final Map<Process, CompletableFuture<@Nullable Void>> running = new ConcurrentHashMap<>();

  private @Nullable Watcher watcher;
  private boolean closed;

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
        ended += endLeftover(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ended;
  }

  private static int endLeftover(Path file) throws IOException {
    Optional<ProcessIdentity> left = ProcessIdentity.parse(Files.readString(file));
    boolean alive = left.isPresent() && left.get().isAlive();
    if (alive) {
      ProcessHandle.of(left.get().pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
    Files.deleteIfExists(file);
    return alive ? 1 : 0;
  }

  /**
   * Starts a process and remembers it until it ends.
   *
   * @throws IOException when it cannot be started, or this is closed
   */
  public Process start(ProcessBuilder builder) throws IOException {
    CompletableFuture<@Nullable Void> forgotten = new CompletableFuture<>();
    Process process;
    synchronized (this) {
      if (closed) {
        throw new IOException("the runtime is ending: no process is started any more");
      }
      process = builder.start();
      running.put(process, forgotten);
      watch();
    }
    Path file = folder.resolve(Long.toString(process.pid()));
    Optional<ProcessIdentity> identity = ProcessIdentity.of(process.pid());
    if (identity.isPresent()) {
      Files.writeString(file, identity.get().line() + "\n");
    }
    whenEnded(process, () -> forget(process, file, forgotten));
    return process;
  }

  /**
   * Runs something when a process has ended, on a thread that only waits for it: the common pool,
   * on which {@link Process#onExit} goes on, may be busy.
   */
  public static void whenEnded(Process process, Runnable then) {
    Thread.ofVirtual()
        .name("process-" + process.pid())
        .start(() -> {
          try {
            process.waitFor();
            then.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private synchronized void watch() throws IOException {
    if (closed) {
      return;
    }
    if (running.isEmpty()) {
      endWatcher();
      return;
    }
    Watcher watching = watcher;
    if (watching == null) {
      watching = new Watcher();
      watcher = watching;
    }
    watching.watch(running.keySet());
  }

  private void forget(Process process, Path file, CompletableFuture<@Nullable Void> forgotten) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A file too many is harmless: the identity in it belongs to no live process.
      System.getLogger(ChildProcesses.class.getName())
          .log(System.Logger.Level.DEBUG, "not deleted: " + file, e);
    }
    running.remove(process, forgotten);
    try {
      watch();
    } catch (IOException e) {
      // A watched id too many is harmless as long as the id is not given again.
      System.getLogger(ChildProcesses.class.getName())
          .log(System.Logger.Level.DEBUG, "watcher gone", e);
    }
    forgotten.complete(null);
  }

  /** Kills every process that still runs. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    Map<Process, CompletableFuture<@Nullable Void>> last = Map.copyOf(running);
    last.keySet().forEach(Process::destroyForcibly);
    last.values().forEach(CompletableFuture::join);
    endWatcher();
  }

  /** Nothing is left that it would have to end. */
  private synchronized void endWatcher() {
    try {
      if (watcher != null) {
        watcher.close();
      }
    } catch (IOException e) {
      // The shell has gone already, so it watches nothing.
      System.getLogger(ChildProcesses.class.getName())
          .log(System.Logger.Level.DEBUG, "watcher gone", e);
    }
    watcher = null;
  }
}
