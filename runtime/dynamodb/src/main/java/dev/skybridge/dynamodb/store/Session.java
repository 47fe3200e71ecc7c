package dev.skybridge.dynamodb.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The connection that writes, with its statements. */
record Session(Connection connection, SqliteView view, SqliteWrites writes) {

  static Session open(SqliteFile file) throws SQLException {
    Connection connection = file.connect(true);
    try {
      file.check(connection);
      return new Session(
          connection, new SqliteView(file.path(), connection), new SqliteWrites(connection));
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }
}
