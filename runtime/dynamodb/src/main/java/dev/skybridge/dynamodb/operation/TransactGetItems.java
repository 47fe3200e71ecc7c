package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.ProjectionExpression;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.Layout;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers up to 100 items as they were at one moment.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">TransactGetItems</a>
 */
final class TransactGetItems implements Operation {
  private static final int MOST_ITEMS = 100;
  private static final double FACTOR = 2;

  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Get(
      TableDefinition table, byte[] place, Optional<ProjectionExpression> projection) {
    static Get of(Tables tables, Request request) {
      TableDefinition table = TableName.find(tables, request);
      Expressions expressions = Expressions.of(request, "ProjectionExpression");
      Optional<ProjectionExpression> projection = expressions.projection("ProjectionExpression");
      expressions.check(table);
      try {
        return new Get(table, Layout.item(table, Keys.key(table, request)), projection);
      } catch (ValidationException e) {
        if (Keys.isOtherSchema(e)) {
          throw new ApiException(ErrorType.TRANSACTION_CANCELED, e.text());
        }
        throw e;
      }
    }

    Item show(Item item) {
      return projection.isPresent() ? projection.get().of(item) : item;
    }
  }

  @Override
  public Response answer(Tables tables, Request request) {
    List<Get> gets = new ArrayList<>();
    Set<ByteBuffer> seen = new HashSet<>();
    List<Request> parts = request.parts("TransactItems");
    if (parts.isEmpty()) {
      throw Request.missing("transactItems");
    }
    if (parts.size() > MOST_ITEMS) {
      throw new ValidationException("Member must have length less than or equal to 100");
    }
    for (Request part : parts) {
      Get get =
          Get.of(tables, part.part("Get").orElseThrow(() -> Request.missing("transactItems")));
      if (!seen.add(ByteBuffer.wrap(get.place))) {
        throw new ValidationException(
            "Transaction request cannot include multiple operations on one item");
      }
      gets.add(get);
    }
    List<Optional<Item>> items =
        tables.read(view ->
            gets.stream()
                .map(get -> Optional.ofNullable(ItemChange.before(view, get.place)))
                .toList());
    Capacity capacity = Capacity.of(request, FACTOR);
    for (int i = 0; i < gets.size(); i++) {
      capacity.read(gets.get(i).table, items.get(i).map(Item::size).orElse(0), true);
    }
    return capacity.many().and(responses(gets, items));
  }

  private static Response responses(List<Get> gets, List<Optional<Item>> items) {
    return json -> {
      json.writeArrayFieldStart("Responses");
      for (int i = 0; i < gets.size(); i++) {
        json.writeStartObject();
        ItemFields.field("Item", items.get(i).map(gets.get(i)::show).orElse(null)).write(json);
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }
}
