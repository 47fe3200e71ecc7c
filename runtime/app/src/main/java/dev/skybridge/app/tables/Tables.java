package dev.skybridge.app.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** All tables of a data folder, whether a runtime serves them or not. */
public interface Tables extends AutoCloseable {
  /** Which there are. */
  List<TableName> all();

  /**
   * Does an operation of DynamoDB's API in the account and Region of a table.
   *
   * @throws RefusedException when DynamoDB refuses it
   */
  JsonNode call(TableName table, String operation, ObjectNode request);

  @Override
  void close();
}
