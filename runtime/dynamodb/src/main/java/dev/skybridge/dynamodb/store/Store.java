package dev.skybridge.dynamodb.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Ordered bytes on disk: one file. Thread-safe; callers wait, and may be virtual threads.
 *
 * <p>A change is on disk when {@link #write} returns. A read sees every change that was answered
 * before it began, and never waits for one.
 */
public final class Store implements AutoCloseable {
  private static final int READERS = 2;

  private final Writer writer;
  private final Readers readers;

  private Store(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws StoreException when it is damaged, of a newer format, not the engine's, or inaccessible
   */
  public static Store open(Path path, Sqlite sqlite) {
    return open(path, sqlite, SqliteFile.MOST_PAGES);
  }

  /**
   * The same with a limit.
   *
   * @param mostPages how large the file may grow, in pages of 4 KiB; beyond, the disk counts as
   *     full
   */
  static Store open(Path path, Sqlite sqlite, int mostPages) {
    SqliteFile.makeIfMissing(path, sqlite);
    SqliteFile file = new SqliteFile(path, mostPages);
    try {
      Writer writer = new Writer(file);
      writer.start();
      return new Store(writer, new Readers(file, READERS));
    } catch (SQLException e) {
      throw Failures.of(path, e);
    }
  }

  /**
   * Reads; all it sees is of one moment. It is short: the write-ahead log grows while it lasts.
   *
   * @throws StoreException when the file cannot be read
   */
  public <T> T read(Function<View, T> read) {
    return await(readers.submit(read));
  }

  /**
   * Changes the file.
   *
   * @throws StoreException when the file cannot be written; then nothing is
   */
  public <T> T write(Change<T> change) {
    return await(writer.submit(change));
  }

  /** How many group commits there were since it was opened. */
  public long commits() {
    return writer.commits();
  }

  /** Waits whatever interrupts: a change that was submitted happens. */
  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  /** Ends its threads after what they were given. */
  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
