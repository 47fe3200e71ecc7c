package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.ConditionExpression;
import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.View;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.Layout;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants to do to one item.
 *
 * @param place where the item is
 * @param returnOld whether a failed condition answers the item
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record ItemPlan(
    TableDefinition table,
    Item key,
    byte[] place,
    Optional<ConditionExpression> condition,
    boolean returnOld,
    Outcome outcome) {

  /** What becomes of an item. */
  @FunctionalInterface
  interface Outcome {
    /**
     * The item that will be; null for none.
     *
     * @param before what is there; null for none
     */
    @Nullable Item of(@Nullable Item before);
  }

  /** A condition does not hold. */
  static final class ConditionFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Item> item;

    ConditionFailed(Optional<Item> item) {
      super(null, null, false, false);
      this.item = item;
    }

    /** What the answer shows. */
    Optional<Item> item() {
      return item;
    }
  }

  static ItemPlan put(TableDefinition table, Request request) {
    Legacy.refuse(request);
    Item item =
        AttributeReader.item(
            "Item",
            request
                .node("Item")
                .orElseThrow(
                    () -> new ValidationException("Item to put in PutItem cannot be null")));
    ItemLimit.checkPut(table, item);
    Expressions expressions = Expressions.of(request, "ConditionExpression");
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.check(table);
    Keys.checkItem(table, item);
    return plan(table, request, item.only(table.keys().names()), condition, before -> item);
  }

  static ItemPlan delete(TableDefinition table, Request request) {
    Legacy.refuse(request);
    Expressions expressions = Expressions.of(request, "ConditionExpression");
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.check(table);
    return plan(table, request, Keys.key(table, request), condition, before -> null);
  }

  /** A transaction's check of an item that it does not change. */
  static ItemPlan check(TableDefinition table, Request request) {
    Expressions expressions = Expressions.of(request, "ConditionExpression");
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.requireAllUsed();
    return plan(table, request, Keys.key(table, request), condition, before -> before);
  }

  static ItemPlan plan(
      TableDefinition table,
      Request request,
      Item key,
      Optional<ConditionExpression> condition,
      Outcome outcome) {
    String onFailure = request.text("ReturnValuesOnConditionCheckFailure").orElse("NONE");
    boolean returnOld = onFailure.equals("ALL_OLD");
    if (!returnOld && !onFailure.equals("NONE")) {
      throw new ValidationException(
          "1 validation error detected: Value '"
              + onFailure
              + "' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member"
              + " must satisfy enum value set: [ALL_OLD, NONE]");
    }
    return new ItemPlan(table, key, Layout.item(table, key), condition, returnOld, outcome);
  }

  /** The change of what is there now; not written yet. */
  ItemChange change(View view) {
    Item before = ItemChange.before(view, place);
    if (condition.isPresent() && !condition.get().holds(before == null ? Item.EMPTY : before)) {
      throw new ConditionFailed(returnOld ? Optional.ofNullable(before) : Optional.empty());
    }
    return new ItemChange(table, place, before, outcome.of(before));
  }
}
