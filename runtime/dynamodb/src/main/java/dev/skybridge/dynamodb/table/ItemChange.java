package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.store.Transaction;
import dev.skybridge.dynamodb.store.View;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The change of one item: from what was there, if anything, to what will be, if anything.
 *
 * @param place where it is in its table
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ItemChange(
    TableDefinition table, byte[] place, @Nullable Item before, @Nullable Item after) {

  /** What is at a place of a table. */
  public static @Nullable Item before(View view, byte[] place) {
    return view.get(place).map(ItemBytes::decode).orElse(null);
  }

  /** Writes the item, and every index and the order of expiry with it. */
  public void write(Transaction transaction) {
    if (after != null) {
      transaction.put(place, ItemBytes.encode(after));
    } else if (before != null) {
      transaction.delete(place);
    } else {
      return;
    }
    count(transaction, table.id(), before, after);
    for (IndexDefinition index : table.indexes()) {
      write(transaction, index);
    }
    table.timeToLive().ifPresent(expiry -> write(transaction, expiry));
  }

  private void write(Transaction transaction, IndexDefinition index) {
    Optional<byte[]> from = place(index, before);
    Optional<byte[]> to = place(index, after);
    boolean moved = from.isPresent() && (to.isEmpty() || !Arrays.equals(from.get(), to.get()));
    if (moved) {
      transaction.delete(from.get());
    }
    Item was = entry(transaction, index, from);
    Item becomes = to.isPresent() && after != null ? index.project(after, table.keys()) : null;
    if (to.isPresent() && becomes != null && (moved || !becomes.equals(was))) {
      transaction.put(to.get(), ItemBytes.encode(becomes));
    }
    count(transaction, index.id(), was, becomes);
  }

  /** What the index has of the item before; one that is being filled may not have it yet. */
  private @Nullable Item entry(
      Transaction transaction, IndexDefinition index, Optional<byte[]> from) {
    if (from.isEmpty() || before == null) {
      return null;
    }
    return index.status() == IndexDefinition.Status.ACTIVE
        ? index.project(before, table.keys())
        : before(transaction, from.get());
  }

  private Optional<byte[]> place(IndexDefinition index, @Nullable Item item) {
    return item == null ? Optional.empty() : Layout.index(index, table, item);
  }

  private void write(Transaction transaction, TimeToLive expiry) {
    OptionalLong from = before == null ? OptionalLong.empty() : expiry.expiry(before);
    OptionalLong to = after == null ? OptionalLong.empty() : expiry.expiry(after);
    if (from.equals(to)) {
      return;
    }
    from.ifPresent(second -> transaction.delete(Layout.expiry(expiry, second, place)));
    to.ifPresent(second -> transaction.put(Layout.expiry(expiry, second, place), new byte[0]));
  }

  private static void count(
      Transaction transaction, int id, @Nullable Item before, @Nullable Item after) {
    long items = (after == null ? 0L : 1) - (before == null ? 0 : 1);
    long bytes = (after == null ? 0L : after.size()) - (before == null ? 0 : before.size());
    if (items != 0 || bytes != 0) {
      transaction.count(id, items, bytes);
    }
  }
}
