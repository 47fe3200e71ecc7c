package dev.skybridge.dynamodb.operation;

import static dev.skybridge.dynamodb.operation.ReturnValues.ALL_OLD;
import static dev.skybridge.dynamodb.operation.ReturnValues.NONE;

import dev.skybridge.dynamodb.table.Tables;
import java.util.EnumSet;

/**
 * Puts an item in the place of the one with its key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</a>
 */
final class PutItem implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    ReturnValues wanted = ReturnValues.of(request, EnumSet.of(NONE, ALL_OLD));
    ItemWrite.Done done = ItemWrite.write(tables, request, ItemPlan::put);
    return ItemFields.field("Attributes", wanted == ALL_OLD ? done.change().before() : null)
        .and(ItemWrite.costs(tables, request, done));
  }
}
