package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * A file in the engine's format, and connections to it.
 *
 * @see <a href="https://www.sqlite.org/pragma.html">SQLite's pragmas</a>
 * @see <a href="https://www.sqlite.org/wal.html">Write-Ahead Logging</a>
 */
final class SqliteFile {
  /** "SkyD": marks the file as ours. */
  private static final int APPLICATION = 0x536b7944;

  /** Raised when an older release could no longer read what this one writes. */
  static final int FORMAT = 1;

  /** KiB of pages that a connection keeps. */
  private static final int CACHE_KIB = 4096;

  /** The write-ahead log is cut to this size when it is begun anew. */
  private static final long LOG_BYTES = 64L << 20;

  private static final int BUSY_MILLIS = 10_000;

  /** SQLite's own limit. */
  static final int MOST_PAGES = 0x7ffffffe;

  private final Path path;
  private final int mostPages;

  private SqliteFile(Path path, int mostPages) {
    this.path = path;
    this.mostPages = mostPages;
  }

  /**
   * Makes the file, or checks that it can be read.
   *
   * @param mostPages how large it may grow, in pages of 4 KiB
   */
  static SqliteFile open(Path path, int mostPages) {
    SqliteFile file = new SqliteFile(path, mostPages);
    boolean made = !Files.exists(path);
    try (Connection connection = file.connect(true);
        Statement statement = connection.createStatement()) {
      if (made || isEmpty(statement)) {
        create(statement);
        syncFolder(path);
      } else {
        file.check(number(statement, "application_id"), number(statement, "user_version"));
      }
    } catch (SQLException e) {
      throw Failures.of(path, e);
    } catch (IOException e) {
      throw new StoreException(
          Reason.INACCESSIBLE, path, "its folder cannot be synced: " + e.getMessage(), e);
    }
    return file;
  }

  Path path() {
    return path;
  }

  /** A connection whose commits are on disk when they return; or one that only reads. */
  Connection connect(boolean writes) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIB);
    Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      // The checkpointer does it, off the writer's path.
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.execute("PRAGMA journal_size_limit = " + LOG_BYTES);
      statement.execute("PRAGMA max_page_count = " + mostPages);
      statement.execute("PRAGMA fullfsync = 1");
      statement.execute("PRAGMA checkpoint_fullfsync = 1");
      if (!writes) {
        statement.execute("PRAGMA query_only = 1");
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private void check(int application, int format) {
    if (application != APPLICATION) {
      throw new StoreException(
          Reason.FOREIGN,
          path,
          "the file is not a table file of this engine; move it away, or choose another folder",
          null);
    }
    if (format > FORMAT) {
      throw new StoreException(
          Reason.NEWER_FORMAT,
          path,
          "the file has format "
              + format
              + ", this release reads up to "
              + FORMAT
              + "; use the release that wrote it, or a later one",
          null);
    }
  }

  private static void create(Statement statement) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    statement.execute(
        "CREATE TABLE entry (key BLOB PRIMARY KEY NOT NULL, value BLOB NOT NULL) WITHOUT ROWID");
    statement.execute(
        "CREATE TABLE counter (number INTEGER PRIMARY KEY, items INTEGER NOT NULL,"
            + " bytes INTEGER NOT NULL)");
    statement.execute("PRAGMA application_id = " + APPLICATION);
    statement.execute("PRAGMA user_version = " + FORMAT);
    statement.execute("COMMIT");
  }

  /** A start that ended before it made the tables leaves an empty file. */
  private static boolean isEmpty(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
      return rows.next() && rows.getInt(1) == 0;
    }
  }

  private static int number(Statement statement, String pragma) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /** The file's name is on disk, too. */
  private static void syncFolder(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
