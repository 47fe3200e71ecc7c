package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.Tables;
import java.util.List;

/**
 * Lists names of tables in order.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html">ListTables</a>
 */
final class ListTables implements Operation {
  private static final int MOST = 100;

  @Override
  public Response answer(Tables tables, Request request) {
    int limit = request.number("Limit").orElse(MOST);
    if (limit < 1) {
      throw new ValidationException("Limit must be greater than or equal to 1");
    }
    if (limit > MOST) {
      throw new ValidationException("Limit in ListTables must be <= 100");
    }
    String after = request.text("ExclusiveStartTableName").orElse("");
    List<String> names = tables.catalog().namesAfter(after).stream().limit(limit + 1L).toList();
    List<String> page = names.subList(0, Math.min(limit, names.size()));
    return json -> {
      json.writeArrayFieldStart("TableNames");
      for (String name : page) {
        json.writeString(name);
      }
      json.writeEndArray();
      if (page.size() < names.size()) {
        json.writeStringField("LastEvaluatedTableName", page.getLast());
      }
    };
  }
}
