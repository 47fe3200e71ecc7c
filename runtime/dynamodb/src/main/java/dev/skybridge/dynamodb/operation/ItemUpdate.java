package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.ConditionExpression;
import dev.skybridge.dynamodb.expression.DocumentPath;
import dev.skybridge.dynamodb.expression.UpdateExpression;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan whose outcome an update expression says. */
record ItemUpdate(ItemPlan plan, Optional<UpdateExpression> update) {

  static ItemUpdate of(TableDefinition table, Request request) {
    Legacy.refuse(request);
    Expressions expressions = Expressions.of(request, "UpdateExpression", "ConditionExpression");
    Optional<UpdateExpression> update = expressions.update("UpdateExpression");
    Optional<ConditionExpression> condition = expressions.condition("ConditionExpression");
    expressions.check(table);
    Item key = Keys.key(table, request);
    update.ifPresent(ItemLimit::checkSet);
    ItemPlan.Outcome outcome =
        before -> {
          // After the condition, as in DynamoDB Local.
          update.ifPresent(expression -> requireNoKeys(table, expression));
          Item from = before == null ? key : before;
          Item item = update.isPresent() ? update.get().apply(from) : from;
          Keys.checkUpdated(table, item);
          return item;
        };
    return new ItemUpdate(ItemPlan.plan(table, request, key, condition, outcome), update);
  }

  /** The attributes of an item, before or after, that the expression changes. */
  @Nullable Item updated(@Nullable Item item) {
    return item == null || update.isEmpty() ? null : update.get().updated(item);
  }

  private static void requireNoKeys(TableDefinition table, UpdateExpression update) {
    for (DocumentPath path : update.paths()) {
      if (table.keys().has(path.attribute())) {
        throw ValidationException.parameter(
            "Cannot update attribute " + path.attribute() + ". This attribute is part of the key");
      }
    }
    Expressions.requireScalarKeys(table, update.allPaths());
  }
}
