package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes a file. It takes all changes that wait, up to {@link #BATCH}, runs
 * them one after the other, and puts them on disk with one sync: a group commit.
 */
final class Writer implements AutoCloseable {
  private static final int BATCH = 256;

  private final Path path;
  private final SqliteFile file;
  private final Checkpointer checkpointer;
  private final LinkedBlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** The last in the queue. */
  private final Pending<Boolean> end = new Pending<>(transaction -> true);

  /** Of the writer's thread, as all below but {@code closing} and {@code commits}. */
  private Session session;

  private @Nullable Pending<?> held;
  private @Nullable StoreException broken;
  private boolean closing;
  private long commits;

  Writer(SqliteFile file) throws SQLException {
    this.file = file;
    path = file.path();
    session = Session.open(file);
    checkpointer = new Checkpointer(file);
    thread =
        Thread.ofPlatform()
            .name("dynamodb-writer " + path.getFileName())
            .daemon()
            .unstarted(this::run);
  }

  void start() {
    thread.start();
    checkpointer.start();
  }

  /** The future of a change's answer, which is there when what it wrote is on disk. */
  <T> CompletableFuture<T> submit(Change<T> change) {
    Pending<T> pending = new Pending<>(change);
    synchronized (this) {
      if (closing) {
        throw Failures.closed(path);
      }
      queue.add(pending);
    }
    return pending.future();
  }

  /** How many group commits wrote something: as many syncs of the write-ahead log. */
  synchronized long commits() {
    return commits;
  }

  private void run() {
    try {
      List<Pending<?>> batch = new ArrayList<>(BATCH);
      while (gather(batch)) {
        commit(batch);
        batch.clear();
        checkpointer.finishIfAsked(session.connection());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for changes; false when there will be no more. */
  private boolean gather(List<Pending<?>> batch) throws InterruptedException {
    Pending<?> next = held != null ? held : queue.take();
    held = null;
    if (next.equals(end)) {
      return false;
    }
    batch.add(next);
    while (batch.size() < BATCH && !next.isAlone()) {
      next = queue.poll();
      if (next == null) {
        break;
      }
      if (next.isAlone() || next.equals(end)) {
        held = next;
        break;
      }
      batch.add(next);
    }
    return true;
  }

  // A writer that ended would leave all callers waiting: whatever happens, they are answered.
  @SuppressWarnings("CatchingUnchecked")
  private void commit(List<Pending<?>> batch) {
    if (broken != null) {
      fail(batch, broken);
      return;
    }
    try {
      session.writes().begin();
      for (Pending<?> pending : batch) {
        if (pending.apply(session.view())) {
          session.writes().write(pending);
        }
      }
      int pages = session.writes().commit();
      checkpointer.wrote(pages);
      if (pages > 0) {
        synchronized (this) {
          commits++;
        }
      }
    } catch (SQLException e) {
      StoreException failure = Failures.of(path, e);
      giveUp(failure);
      fail(batch, failure);
      return;
    } catch (StoreException e) {
      giveUp(e);
      fail(batch, e);
      return;
    } catch (RuntimeException | Error e) {
      StoreException failure = Failures.defect(path, e);
      giveUp(failure);
      fail(batch, failure);
      return;
    }
    batch.forEach(Pending::finish);
  }

  /**
   * Gives up what the batch wrote: a connection that is closed rolls back, and the driver's
   * statements are of no use after a failure. After a failed sync nobody knows what is on disk, and
   * a later sync that succeeds proves nothing: the file then takes no more changes until it is
   * opened anew.
   */
  private void giveUp(StoreException failure) {
    try {
      session.view().close();
      session = Session.open(file);
      if (failure.reason() != Reason.DISK_FULL) {
        broken = failure;
      }
    } catch (SQLException | StoreException e) {
      failure.addSuppressed(e);
      broken = failure;
    }
  }

  private static void fail(List<Pending<?>> batch, StoreException failure) {
    batch.forEach(pending -> pending.fail(failure));
  }

  /** Finishes the changes that wait, then ends. */
  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      queue.add(end);
    }
    Threads.join(thread);
    checkpointer.close();
    session.view().close();
  }
}
