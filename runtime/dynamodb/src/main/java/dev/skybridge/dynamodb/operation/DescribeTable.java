package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.Set;

/**
 * Describes a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html">DescribeTable</a>
 */
final class DescribeTable implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    TableDefinition table = TableName.find(tables, request);
    return TableJson.field(tables, "Table", table, "ACTIVE", Set.of());
  }
}
