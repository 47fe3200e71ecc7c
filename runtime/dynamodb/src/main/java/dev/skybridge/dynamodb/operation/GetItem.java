package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.ProjectionExpression;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.Layout;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers the item of a key, or a part of it. Every read sees all that was answered before.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</a>
 */
final class GetItem implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    TableDefinition table = TableName.find(tables, request);
    Legacy.refuse(request);
    Expressions expressions = Expressions.of(request, "ProjectionExpression");
    Optional<ProjectionExpression> projection = expressions.projection("ProjectionExpression");
    expressions.check(table);
    byte[] place = Layout.item(table, Keys.key(table, request));
    boolean consistent = request.flag("ConsistentRead");
    @Nullable Item item =
        tables.read(view -> Optional.ofNullable(ItemChange.before(view, place))).orElse(null);
    Capacity capacity = Capacity.of(request);
    capacity.read(table, item == null ? 0 : item.size(), consistent);
    Item shown = item == null || projection.isEmpty() ? item : projection.get().of(item);
    return ItemFields.field("Item", shown).and(capacity.one());
  }
}
