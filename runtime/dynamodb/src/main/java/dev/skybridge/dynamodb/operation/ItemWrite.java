package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.function.BiFunction;

/** The way of the operations that write one item. */
final class ItemWrite {
  private ItemWrite() {}

  /** What was written, and with which plan. */
  record Done(ItemPlan plan, ItemChange change) {}

  /** Writes what the plan for the request's table wants. */
  static Done write(
      Tables tables, Request request, BiFunction<TableDefinition, Request, ItemPlan> plan) {
    String name = TableName.of(tables, request);
    try {
      return Planned.write(
          tables,
          planned -> {
            ItemPlan item = plan.apply(planned.table(name), request);
            return transaction -> {
              ItemChange change = item.change(transaction);
              change.write(transaction);
              return new Done(item, change);
            };
          });
    } catch (ItemPlan.ConditionFailed e) {
      throw new ApiException(
          ErrorType.CONDITIONAL_CHECK_FAILED,
          "The conditional request failed",
          ItemFields.field("Item", e.item().orElse(null)));
    }
  }

  /** The fields about what it cost. */
  static Response costs(Tables tables, Request request, Done done) {
    Capacity capacity = Capacity.of(request);
    capacity.write(done.change());
    return capacity.one().and(ItemCollections.of(tables, request).one(done.plan()));
  }
}
