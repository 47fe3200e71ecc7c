package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.UpdateExpression;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.util.HashSet;
import java.util.Set;

/**
 * How large an item may be: 400 KB with its names, and with its entries in all local indexes. An
 * entry counts its index's key and what is projected. DynamoDB Local leaves the entries out of
 * account when an update makes the item.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">
 *     Quotas in Amazon DynamoDB</a>
 */
final class ItemLimit {
  private static final String TO_UPDATE =
      "Item size to update has exceeded the maximum allowed size";

  private ItemLimit() {}

  /** Before anything else of a put is looked at. */
  static void checkPut(TableDefinition table, Item item) {
    if (bytes(table, item) > Item.MOST_BYTES) {
      throw new ValidationException("Item size has exceeded the maximum allowed size");
    }
  }

  /** What the request has for SET, whether it comes to it or not. */
  static void checkSet(UpdateExpression update) {
    if (update.bytesToSet() > Item.MOST_BYTES) {
      throw new ValidationException(TO_UPDATE);
    }
  }

  /** What an update made. */
  static void checkUpdated(TableDefinition table, Item item) {
    if (bytes(table, item) > Item.MOST_BYTES) {
      throw new ValidationException(TO_UPDATE);
    }
  }

  private static long bytes(TableDefinition table, Item item) {
    long bytes = item.size();
    for (IndexDefinition index : table.indexes()) {
      if (!index.global() && index.holds(item)) {
        bytes += entry(table, index, item);
      }
    }
    return bytes;
  }

  private static int entry(TableDefinition table, IndexDefinition index, Item item) {
    if (index.projectsAll()) {
      return item.size();
    }
    Set<String> counted = new HashSet<>(index.projected(table.keys()));
    counted.removeAll(table.keys().names());
    counted.addAll(index.keys().names());
    return item.only(counted).size();
  }
}
