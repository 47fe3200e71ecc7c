package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.AttributeWriter;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.KeyRange;
import dev.skybridge.dynamodb.store.View;
import dev.skybridge.dynamodb.table.ItemBytes;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.Layout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query or scan: at most so many items are looked at, and 1 MB of them, before the
 * filter.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html">Paginating
 *     table query results</a>
 */
final class Page {
  /** Where a page ends, however many more there are: after the item with which it has so much. */
  private static final long MOST_BYTES = 1 << 20;

  private final Source source;
  private final Selection selection;
  private final int limit;
  private final List<Item> items = new ArrayList<>();
  private int count;
  private int scanned;
  private long bytes;
  private @Nullable Item last;
  private boolean full;

  Page(Source source, Selection selection, Request request) {
    this.source = source;
    this.selection = selection;
    this.limit = limit(request);
  }

  /** How many items a page has at most. */
  static int limit(Request request) {
    int limit = request.number("Limit").orElse(Integer.MAX_VALUE);
    if (limit < 1) {
      throw new ValidationException("Limit must be greater than or equal to 1");
    }
    return limit;
  }

  /** The key after which a request's page begins. */
  static Optional<Item> start(Request request, Source source) {
    Optional<Item> start =
        request.node("ExclusiveStartKey").map(json -> AttributeReader.item("Item", json));
    if (start.isEmpty()) {
      return start;
    }
    Set<String> names = new LinkedHashSet<>(source.keys().names());
    names.addAll(source.table().keys().names());
    Item key = start.get();
    boolean other = key.attributes().size() != names.size();
    if (other && (source.isGlobal() || key.attributes().isEmpty())) {
      throw new ValidationException("The provided starting key is invalid");
    }
    if (other) {
      throw new ValidationException(
          "Exclusive Start Key must have same size as table's key schema");
    }
    check(source.keys(), key);
    check(source.table().keys(), key);
    return start;
  }

  private static void check(KeySchema keys, Item key) {
    for (KeySchema.Attribute attribute : keys.all()) {
      AttributeValue value = key.attribute(attribute.name());
      if (value == null) {
        throw new ValidationException("The provided starting key is invalid");
      }
      if (value.type() != attribute.type()) {
        throw new ValidationException("Type mismatch for attribute to update");
      }
      if (Keys.isEmpty(value)) {
        throw new ValidationException(
            "The provided starting key is invalid: " + Keys.emptyKey(attribute, value));
      }
    }
  }

  /** Reads the page. */
  void read(View view, KeyRange range, boolean forward) {
    view.scan(
        range,
        forward,
        (key, value) -> {
          add(view, ItemBytes.decode(value));
          full = scanned >= limit || bytes >= MOST_BYTES;
          return !full;
        });
  }

  private void add(View view, Item entry) {
    scanned++;
    bytes += entry.size();
    last = entry;
    if (!selection.holds(selection.filtersFetched() ? fetched(view, entry) : entry)) {
      return;
    }
    count++;
    if (selection.isCount()) {
      return;
    }
    Item item = entry;
    if (selection.fetches()) {
      item = fetched(view, entry);
      selection.fetched(item);
    }
    items.add(selection.show(item));
  }

  private Item fetched(View view, Item entry) {
    byte[] place = Layout.item(source.table(), entry);
    return Optional.ofNullable(ItemChange.before(view, place)).orElse(entry);
  }

  /** The fields of the answer. */
  Response response(Capacity capacity, boolean consistent) {
    if (source.index().isPresent()) {
      capacity.read(source.table(), source.index().get(), bytes, consistent);
      selection.addFetched(capacity, source.table(), consistent);
    } else {
      capacity.read(source.table(), bytes, consistent);
    }
    Response page =
        json -> {
          if (!selection.isCount()) {
            json.writeArrayFieldStart("Items");
            for (Item item : items) {
              AttributeWriter.write(json, item);
            }
            json.writeEndArray();
          }
          json.writeNumberField("Count", count);
          json.writeNumberField("ScannedCount", scanned);
        };
    return page.and(ItemFields.field("LastEvaluatedKey", lastKey())).and(capacity.one());
  }

  private @Nullable Item lastKey() {
    if (!full || last == null || source.isOneItem()) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>(source.keys().names());
    names.addAll(source.table().keys().names());
    return last.only(names);
  }
}
