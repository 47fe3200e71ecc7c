package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.Set;

/**
 * Deletes a table with its items. It is gone when this answers; its space is given back behind.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html">DeleteTable</a>
 */
final class DeleteTable implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    String name = TableName.of(tables, request);
    TableDefinition shown = TableName.find(tables, name);
    Response response = TableJson.field(tables, "TableDescription", shown, "DELETING", Set.of());
    tables.write(
        Change.alone(transaction -> {
          TableDefinition table = TableName.find(tables, name);
          if (table.settings().deletionProtection()) {
            throw new ValidationException(
                "Resource cannot be deleted as it is currently protected against deletion. Disable"
                    + " deletion protection first.");
          }
          tables.catalog().remove(transaction, table);
          return true;
        }));
    tables.background().remove();
    return response;
  }
}
