package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.table.Settings;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;

/**
 * Sets tags of a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class TagResource implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    String name = TableName.ofArn(tables, request);
    tables.write(
        Change.alone(transaction -> {
          TableDefinition table = TableName.find(tables, name);
          Settings settings = table.settings();
          Settings tagged = settings.withTags(SettingsRequest.tags(request, settings.tags()));
          tables.catalog().put(transaction, table.withSettings(tagged));
          return true;
        }));
    return Response.EMPTY;
  }
}
