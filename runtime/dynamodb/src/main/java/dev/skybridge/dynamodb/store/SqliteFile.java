package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /**
   * A file that is there.
   *
   * @param mostPages how large it may grow, in pages of 4 KiB
   */
  SqliteFile(Path path, int mostPages) {
    this.path = path;
    this.mostPages = mostPages;
  }

  /** Makes the file if it is not there; it appears whole, and its name is on disk, too. */
  static void makeIfMissing(Path path, Sqlite sqlite) {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    try {
      if (Files.exists(path) && Files.size(path) > 0) {
        return;
      }
      if (Files.exists(log)) {
        throw new StoreException(
            Reason.DAMAGED,
            path,
            "the file is missing, but its log "
                + log
                + " is there; nothing was changed. Put the"
                + " file back, or move the log away to begin with no tables",
            null);
      }
      Path half = path.resolveSibling(path.getFileName() + ".new");
      try (FileChannel channel =
          FileChannel.open(
              half,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(sqlite.empty());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(path);
    } catch (IOException e) {
      throw new StoreException(
          Reason.INACCESSIBLE,
          path,
          "the file cannot be made ("
              + e.getMessage()
              + "); look at its folder's rights and the disk's free space, then try again",
          e);
    }
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

  /** Checks that this release can read it. */
  void check(Connection connection) throws SQLException {
    int application;
    int format;
    try (Statement statement = connection.createStatement()) {
      application = number(statement, "application_id");
      format = number(statement, "user_version");
    }
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

  /** Makes the tables of an empty file. */
  static void create(Statement statement) throws SQLException {
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

  private static int number(Statement statement, String pragma) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static void syncFolder(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
