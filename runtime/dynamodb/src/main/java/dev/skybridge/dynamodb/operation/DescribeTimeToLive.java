package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import dev.skybridge.dynamodb.table.TimeToLive;
import java.util.Optional;

/**
 * Answers whether a table's items expire, and by which attribute.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html">DescribeTimeToLive</a>
 */
final class DescribeTimeToLive implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    TableDefinition table = TableName.find(tables, request);
    Optional<TimeToLive> expiry = table.timeToLive();
    return json -> {
      json.writeObjectFieldStart("TimeToLiveDescription");
      json.writeStringField(
          "TimeToLiveStatus",
          expiry.isEmpty() ? "DISABLED" : expiry.get().ready() ? "ENABLED" : "ENABLING");
      if (expiry.isPresent()) {
        json.writeStringField("AttributeName", expiry.get().attribute());
      }
      json.writeEndObject();
    };
  }
}
