package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.Map;

/**
 * Answers all tags of a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html">ListTagsOfResource</a>
 */
final class ListTagsOfResource implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    TableDefinition table = TableName.find(tables, TableName.ofArn(tables, request));
    return json -> {
      json.writeArrayFieldStart("Tags");
      for (Map.Entry<String, String> tag : table.settings().tags().entrySet()) {
        json.writeStartObject();
        json.writeStringField("Key", tag.getKey());
        json.writeStringField("Value", tag.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }
}
