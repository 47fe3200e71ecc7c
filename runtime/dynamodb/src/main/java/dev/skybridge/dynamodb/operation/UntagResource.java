package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.table.Settings;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Removes tags of a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html">UntagResource</a>
 */
final class UntagResource implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    String name = TableName.ofArn(tables, request);
    tables.write(
        Change.alone(transaction -> {
          TableDefinition table = TableName.find(tables, name);
          Settings settings = table.settings();
          Map<String, String> tags = new LinkedHashMap<>(settings.tags());
          request.texts("TagKeys").forEach(tags::remove);
          tables.catalog().put(transaction, table.withSettings(settings.withTags(tags)));
          return true;
        }));
    return Response.EMPTY;
  }
}
