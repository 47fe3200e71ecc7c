package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.operation.TransactAction.Reason;
import dev.skybridge.dynamodb.store.Transaction;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes up to 100 items of any tables, 4 MB at most, all or none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
final class TransactWriteItems implements Operation {
  private static final int MOST_ACTIONS = 100;
  private static final long MOST_BYTES = 4L << 20;
  private static final double FACTOR = 2;

  /** What was planned; and what happened, or nothing when it happened before. */
  private record Done(List<ItemPlan> plans, List<ItemChange> changes, boolean repeated) {}

  @Override
  public Response answer(Tables tables, Request request) {
    List<TransactAction> actions = actions(request);
    Optional<Token> token = Token.of(request);
    Done done =
        Planned.write(
            tables,
            planned -> {
              List<ItemPlan> plans = plans(planned, actions);
              return transaction -> {
                long now = tables.clock().millis();
                if (token.isPresent() && token.get().isRepeated(transaction, now)) {
                  return new Done(plans, reads(transaction, plans), true);
                }
                return new Done(plans, write(transaction, actions, plans), false);
              };
            });
    Capacity capacity = Capacity.of(request, FACTOR);
    for (ItemChange change : done.changes()) {
      if (done.repeated()) {
        Item item = change.before();
        capacity.read(change.table(), item == null ? 0 : item.size(), true);
      } else {
        capacity.write(change);
      }
    }
    return capacity.many().and(ItemCollections.of(tables, request).many(done.plans()));
  }

  private static List<TransactAction> actions(Request request) {
    if (!request.has("TransactItems")) {
      throw Request.missing("transactItems");
    }
    List<Request> parts = request.parts("TransactItems");
    if (parts.isEmpty()) {
      throw new ValidationException(
          "Value [] at 'transactItems' failed to satisfy constraint: Member must have length"
              + " greater than or equal to 1");
    }
    if (parts.size() > MOST_ACTIONS) {
      throw new ValidationException("Member must have length less than or equal to 100");
    }
    List<TransactAction> actions = new ArrayList<>();
    for (Request part : parts) {
      actions.add(TransactAction.of(actions.size() + 1, part));
    }
    return actions;
  }

  /** Plans the actions; what is wrong with values of keys cancels the transaction. */
  private static List<ItemPlan> plans(Planned planned, List<TransactAction> actions) {
    List<ItemPlan> plans = new ArrayList<>();
    List<Reason> reasons = new ArrayList<>(Collections.nCopies(actions.size(), Reason.NONE));
    Set<ByteBuffer> seen = new HashSet<>();
    for (int i = 0; i < actions.size(); i++) {
      TransactAction action = actions.get(i);
      TableDefinition table = planned.table(TableName.of(planned.tables(), action.request()));
      try {
        ItemPlan plan = action.plan(table);
        if (!seen.add(ByteBuffer.wrap(plan.place()))) {
          throw new ValidationException(
              "Transaction request cannot include multiple operations on one item");
        }
        plans.add(plan);
      } catch (ValidationException e) {
        if (!cancels(e)) {
          throw e;
        }
        reasons.set(i, Reason.invalid(e));
      }
    }
    if (plans.size() < actions.size()) {
      throw Reason.canceled(reasons);
    }
    return plans;
  }

  /** DynamoDB checks types and sizes of keys against the table item by item, all else before. */
  private static boolean cancels(ValidationException e) {
    return Keys.isTooLarge(e)
        || e.text().startsWith("One or more parameter values were invalid: Type mismatch for")
        || e.text().endsWith("This attribute is part of the key");
  }

  private static List<ItemChange> write(
      Transaction transaction, List<TransactAction> actions, List<ItemPlan> plans) {
    List<ItemChange> changes = new ArrayList<>();
    List<Reason> reasons = new ArrayList<>();
    long bytes = 0;
    for (ItemPlan plan : plans) {
      try {
        ItemChange change = plan.change(transaction);
        changes.add(change);
        reasons.add(Reason.NONE);
        bytes += change.after() == null ? 0 : change.after().size();
      } catch (ItemPlan.ConditionFailed e) {
        reasons.add(Reason.conditionFailed(e.item()));
      } catch (ValidationException e) {
        if (!cancels(e)) {
          throw e;
        }
        reasons.add(Reason.invalid(e));
      }
    }
    if (changes.size() < plans.size()) {
      throw Reason.canceled(reasons);
    }
    if (bytes > MOST_BYTES) {
      throw new ValidationException(
          "Transaction payload size cannot exceed 4MB. Payload Size: " + bytes);
    }
    for (int i = 0; i < changes.size(); i++) {
      if (actions.get(i).writes()) {
        changes.get(i).write(transaction);
      }
    }
    return changes;
  }

  private static List<ItemChange> reads(Transaction transaction, List<ItemPlan> plans) {
    List<ItemChange> reads = new ArrayList<>();
    for (ItemPlan plan : plans) {
      Item item = ItemChange.before(transaction, plan.place());
      reads.add(new ItemChange(plan.table(), plan.place(), item, item));
    }
    return reads;
  }
}
