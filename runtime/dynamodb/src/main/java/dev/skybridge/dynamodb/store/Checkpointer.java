package dev.skybridge.dynamodb.store;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;

/**
 * Moves the write-ahead log into the file, so that it can be begun anew. Its thread copies the bulk
 * while the writer goes on; what was written meanwhile is little, and the writer copies that itself
 * between two commits, after which no page is left and the log begins anew.
 */
final class Checkpointer implements AutoCloseable {
  /** Pages written between two checkpoints, about 16 MiB. */
  private static final int PAGES = 4000;

  private final SqliteFile file;
  private final Semaphore due = new Semaphore(0);
  private final Thread thread;
  private volatile boolean copied;
  private volatile boolean closing;
  private volatile boolean busy;

  /** Of the writer's thread. */
  private int pages;

  Checkpointer(SqliteFile file) {
    this.file = file;
    Path name = file.path().getFileName();
    thread =
        Thread.ofPlatform().name("dynamodb-checkpointer " + name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The writer wrote so many pages. */
  void wrote(int written) {
    pages += written;
    if (pages >= PAGES && !busy && !copied) {
      pages = 0;
      busy = true;
      due.release();
    }
  }

  /** The writer copies what is left, if the bulk was copied. */
  void finishIfAsked(Connection connection) {
    if (copied) {
      copied = false;
      checkpoint(connection);
    }
  }

  private void run() {
    try {
      due.acquire();
      if (closing) {
        return;
      }
      try (Connection connection = file.connect(true)) {
        while (!closing) {
          checkpoint(connection);
          copied = true;
          busy = false;
          due.acquire();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      warn(e);
    }
  }

  /** Copies as much as it can without waiting for anybody. */
  private void checkpoint(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
      rows.next();
    } catch (SQLException e) {
      // The log keeps what is committed; the next checkpoint copies it.
      warn(e);
    }
  }

  private void warn(SQLException e) {
    System.getLogger(Checkpointer.class.getName())
        .log(Level.WARNING, Failures.of(file.path(), e).text());
  }

  @Override
  public void close() {
    closing = true;
    due.release();
    Threads.join(thread);
  }
}
