package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * SQLite's result codes as reasons and remedies.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">Result and Error Codes</a>
 */
final class Failures {
  private static final int PRIMARY = 0xff;
  private static final int READONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;

  private Failures() {}

  static StoreException of(Path file, SQLException cause) {
    return switch (cause.getErrorCode() & PRIMARY) {
      case FULL ->
          new StoreException(
              Reason.DISK_FULL,
              file,
              "the disk is full; nothing of the refused write is kept. Free some space and try again",
              cause);
      case CORRUPT, NOT_A_DATABASE ->
          new StoreException(
              Reason.DAMAGED,
              file,
              "the file is damaged; nothing was changed. Put back a copy of it (with its -wal file),"
                  + " or move both away to begin with no tables",
              cause);
      case READONLY ->
          new StoreException(
              Reason.INACCESSIBLE,
              file,
              "the file may not be written; give this user the right to write it and its folder",
              cause);
      default ->
          new StoreException(
              Reason.INACCESSIBLE,
              file,
              "the file cannot be read or written ("
                  + cause.getMessage()
                  + "); look at the disk and the folder's rights, then start again",
              cause);
    };
  }

  /** What should not happen: out of memory, a defect. */
  static StoreException defect(Path file, Throwable cause) {
    return new StoreException(
        Reason.INACCESSIBLE,
        file,
        "writing failed ("
            + cause
            + "); nothing of it is kept. Start again, and report it if it stays",
        cause);
  }

  static StoreException closed(Path file) {
    return new StoreException(Reason.CLOSED, file, "the engine is closed; open it again", null);
  }
}
