package dev.skybridge.dynamodb.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The statements that write; of the writer's thread. */
final class SqliteWrites {
  private static final int PAGE_BYTES = 4096;

  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement put;
  private final PreparedStatement delete;
  private final PreparedStatement count;
  private final PreparedStatement forget;
  private final Map<Long, long[]> counts = new HashMap<>();
  private int pages;

  SqliteWrites(Connection connection) throws SQLException {
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    put = connection.prepareStatement("REPLACE INTO entry (key, value) VALUES (?, ?)");
    delete = connection.prepareStatement("DELETE FROM entry WHERE key = ?");
    count =
        connection.prepareStatement(
            "INSERT INTO counter (number, items, bytes) VALUES (?, ?, ?) ON CONFLICT (number) DO"
                + " UPDATE SET items = items + excluded.items, bytes = bytes + excluded.bytes");
    forget = connection.prepareStatement("DELETE FROM counter WHERE number = ?");
  }

  void begin() throws SQLException {
    counts.clear();
    pages = 0;
    begin.execute();
  }

  /** Writes what a change wants; what several count is written once. */
  void write(Pending<?> pending) throws SQLException {
    for (Map.Entry<byte[], Optional<byte[]>> entry : pending.writes().entrySet()) {
      if (entry.getValue().isPresent()) {
        byte[] value = entry.getValue().get();
        put.setBytes(1, entry.getKey());
        put.setBytes(2, value);
        put.executeUpdate();
        pages += value.length / PAGE_BYTES;
      } else {
        delete.setBytes(1, entry.getKey());
        delete.executeUpdate();
      }
      pages++;
    }
    for (Pending.Counted counted : pending.counts()) {
      if (counted.forget()) {
        counts.remove(counted.number());
        forget.setLong(1, counted.number());
        forget.executeUpdate();
      } else {
        long[] sum = counts.computeIfAbsent(counted.number(), number -> new long[2]);
        sum[0] += counted.items();
        sum[1] += counted.bytes();
      }
    }
  }

  /** Puts it on disk; returns about how many pages it wrote. */
  int commit() throws SQLException {
    for (Map.Entry<Long, long[]> entry : counts.entrySet()) {
      long[] sum = entry.getValue();
      if (sum[0] != 0 || sum[1] != 0) {
        count.setLong(1, entry.getKey());
        count.setLong(2, sum[0]);
        count.setLong(3, sum[1]);
        count.executeUpdate();
      }
    }
    commit.execute();
    return pages;
  }
}
