package dev.skybridge.dynamodb.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The few threads that read a file, each with a connection of its own, started when first needed.
 */
final class Readers implements AutoCloseable {
  private final SqliteFile file;
  private final int limit;
  private final LinkedBlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger idle = new AtomicInteger();
  private final Task<Boolean> end = new Task<>(view -> true, new CompletableFuture<>());
  private boolean closing;

  /** A read on its way. */
  private record Task<T>(Function<View, T> read, CompletableFuture<T> future) {
    /** Returns whether the view can be used again: not after a failure of the file. */
    // The caller gets whatever the read throws.
    @SuppressWarnings("CatchingUnchecked")
    boolean run(SqliteView view) {
      T answer;
      try {
        view.begin();
        try {
          answer = read.apply(view);
        } finally {
          view.end();
        }
      } catch (RuntimeException | Error e) {
        future.completeExceptionally(e);
        return !(e instanceof StoreException);
      }
      future.complete(answer);
      return true;
    }
  }

  Readers(SqliteFile file, int limit) {
    this.file = file;
    this.limit = limit;
  }

  /** The future of what a read answers; all it sees is of one moment. */
  <T> CompletableFuture<T> submit(Function<View, T> read) {
    CompletableFuture<T> future = new CompletableFuture<>();
    synchronized (this) {
      if (closing) {
        throw Failures.closed(file.path());
      }
      queue.add(new Task<>(read, future));
      if (threads.size() < limit && queue.size() > idle.get()) {
        begin();
      }
    }
    return future;
  }

  private void begin() {
    Path name = file.path().getFileName();
    Thread thread =
        Thread.ofPlatform()
            .name("dynamodb-reader-" + threads.size() + " " + name)
            .daemon()
            .unstarted(this::run);
    threads.add(thread);
    thread.start();
  }

  private void run() {
    try {
      while (serve()) {
        // With a new connection.
      }
    } catch (SQLException e) {
      failAll(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads until the end, or a failure of the file; returns whether to go on. */
  private boolean serve() throws SQLException, InterruptedException {
    try (SqliteView view = new SqliteView(file.path(), file.connect(false))) {
      while (true) {
        Task<?> task = take();
        if (task.equals(end)) {
          return false;
        }
        if (!task.run(view)) {
          return true;
        }
      }
    }
  }

  private Task<?> take() throws InterruptedException {
    idle.incrementAndGet();
    try {
      return queue.take();
    } finally {
      idle.decrementAndGet();
    }
  }

  /** A thread that gets no connection answers what waits; a later read tries anew. */
  private synchronized void failAll(SQLException cause) {
    threads.remove(Thread.currentThread());
    for (Task<?> task = queue.poll(); task != null; task = queue.poll()) {
      task.future().completeExceptionally(Failures.of(file.path(), cause));
    }
  }

  /** Finishes the reads that wait, then ends. */
  @Override
  public void close() {
    List<Thread> started;
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      started = List.copyOf(threads);
      started.forEach(thread -> queue.add(end));
    }
    started.forEach(Threads::join);
  }
}
