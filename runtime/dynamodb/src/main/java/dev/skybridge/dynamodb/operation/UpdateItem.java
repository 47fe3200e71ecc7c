package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.Tables;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Changes attributes of an item, or makes it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html">UpdateItem</a>
 */
final class UpdateItem implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    ReturnValues wanted = ReturnValues.of(request, EnumSet.allOf(ReturnValues.class));
    AtomicReference<@Nullable ItemUpdate> planned = new AtomicReference<>();
    ItemWrite.Done done =
        ItemWrite.write(
            tables,
            request,
            (table, parameters) -> {
              ItemUpdate update = ItemUpdate.of(table, parameters);
              planned.set(update);
              return update.plan();
            });
    ItemUpdate update = Objects.requireNonNull(planned.get());
    return ItemFields.unlessEmpty("Attributes", attributes(wanted, done.change(), update))
        .and(ItemWrite.costs(tables, request, done));
  }

  private static @Nullable Item attributes(
      ReturnValues wanted, ItemChange change, ItemUpdate update) {
    return switch (wanted) {
      case NONE -> null;
      case ALL_OLD -> change.before();
      case ALL_NEW -> change.after();
      case UPDATED_OLD -> update.updated(change.before());
      case UPDATED_NEW -> update.updated(change.after());
    };
  }
}
