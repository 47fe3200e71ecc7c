package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/**
 * SQLite, made ready: its library is loaded, and a file without entries is at hand as bytes. The
 * first use of both takes longer than to open a file, so a thread of its own does it while whoever
 * opens the first file does other things.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html">Database File Format</a>
 */
public final class Sqlite {
  /** Where the header says which versions of the file format write and read it. */
  private static final int WRITE_VERSION = 18;

  private static final int READ_VERSION = 19;

  /** The version with a write-ahead log. */
  private static final byte LOG_VERSION = 2;

  private final Path library;
  private final Thread preparing;
  private byte @Nullable [] empty;

  private Sqlite(Path library) {
    this.library = library;
    this.preparing =
        Thread.ofPlatform().name("dynamodb-sqlite").daemon().unstarted(this::prepareIfPossible);
  }

  /**
   * Begins to make it ready.
   *
   * @param library the folder where its native library is kept unpacked; processes may share it
   */
  public static Sqlite prepare(Path library) {
    Sqlite sqlite = new Sqlite(library);
    sqlite.preparing.start();
    return sqlite;
  }

  private void prepareIfPossible() {
    try {
      byte[] made = make();
      synchronized (this) {
        empty = made;
      }
    } catch (StoreException e) {
      // Whoever needs it tries again, and is told.
    }
  }

  /**
   * A file without entries, in the engine's format.
   *
   * @throws StoreException when SQLite cannot be used on this machine
   */
  byte[] empty() {
    Threads.join(preparing);
    synchronized (this) {
      if (empty == null) {
        empty = make();
      }
      return empty;
    }
  }

  /** Waits for the thread, which may be at work in the library's folder. */
  public void close() {
    Threads.join(preparing);
  }

  private byte[] make() {
    NativeLibrary.provide(library);
    try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      SqliteFile.create(statement);
      byte[] bytes = connection.unwrap(SQLiteConnection.class).serialize("main");
      bytes[WRITE_VERSION] = LOG_VERSION;
      bytes[READ_VERSION] = LOG_VERSION;
      return bytes;
    } catch (SQLException e) {
      throw new StoreException(
          Reason.INACCESSIBLE,
          library,
          "SQLite cannot be used (" + e.getMessage() + "); look whether its library is whole",
          e);
    }
  }
}
