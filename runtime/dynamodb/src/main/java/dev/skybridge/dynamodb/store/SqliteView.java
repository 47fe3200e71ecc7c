package dev.skybridge.dynamodb.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What reads through one connection; of one thread at a time. */
final class SqliteView implements View, AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement end;
  private final PreparedStatement get;
  private final PreparedStatement up;
  private final PreparedStatement down;
  private final PreparedStatement counted;

  SqliteView(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    begin = connection.prepareStatement("BEGIN");
    end = connection.prepareStatement("COMMIT");
    get = connection.prepareStatement("SELECT value FROM entry WHERE key = ?");
    up =
        connection.prepareStatement(
            "SELECT key, value FROM entry WHERE key >= ? AND key < ? ORDER BY key");
    down =
        connection.prepareStatement(
            "SELECT key, value FROM entry WHERE key >= ? AND key < ? ORDER BY key DESC");
    counted = connection.prepareStatement("SELECT items, bytes FROM counter WHERE number = ?");
  }

  /** Everything read until {@link #end} is of one moment. */
  void begin() {
    run(begin);
  }

  void end() {
    run(end);
  }

  private void run(PreparedStatement statement) {
    try {
      statement.execute();
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  @Override
  public Optional<byte[]> get(byte[] key) {
    try {
      get.setBytes(1, key);
      try (ResultSet rows = get.executeQuery()) {
        return rows.next() ? Optional.of(bytes(rows, 1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  @Override
  public void scan(KeyRange range, boolean forward, Visitor visitor) {
    if (range.isEmpty()) {
      return;
    }
    PreparedStatement statement = forward ? up : down;
    try {
      statement.setBytes(1, range.from());
      statement.setBytes(2, range.to());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!visitor.visit(bytes(rows, 1), bytes(rows, 2))) {
            return;
          }
        }
      }
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  @Override
  public Count counted(long number) {
    try {
      counted.setLong(1, number);
      try (ResultSet rows = counted.executeQuery()) {
        return rows.next() ? new Count(rows.getLong(1), rows.getLong(2)) : new Count(0, 0);
      }
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  /** SQLite's driver answers null for a blob of no bytes. */
  private static byte[] bytes(ResultSet rows, int column) throws SQLException {
    byte[] bytes = rows.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }
}
