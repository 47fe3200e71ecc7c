package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.KeyRange;
import dev.skybridge.dynamodb.table.Layout;
import dev.skybridge.dynamodb.table.Tables;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Answers all items of a table or index, or those of one segment, in no order that matters.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html">Scan</a>
 */
final class Scan implements Operation {
  private static final int MOST_SEGMENTS = 1_000_000;

  @Override
  public Response answer(Tables tables, Request request) {
    Source source = Source.of(tables, request, true);
    Legacy.refuse(request);
    Expressions expressions = Expressions.of(request, "FilterExpression", "ProjectionExpression");
    Selection selection = Selection.of(source, request, expressions, Selection.parse(expressions));
    KeyRange all = range(source, request);
    KeyRange range =
        Page.start(request, source).map(start -> after(source, all, start)).orElse(all);
    Page page = new Page(source, selection, request);
    tables.read(view -> {
      page.read(view, range, true);
      return true;
    });
    return page.response(Capacity.of(request), request.flag("ConsistentRead"));
  }

  private static KeyRange range(Source source, Request request) {
    OptionalInt segment = request.number("Segment");
    OptionalInt total = request.number("TotalSegments");
    if (segment.isEmpty() && total.isEmpty()) {
      return Layout.all(source.id());
    }
    if (total.isEmpty()) {
      throw new ValidationException(
          "If segment is specified, total segment must also be specified");
    }
    if (segment.isEmpty()) {
      throw new ValidationException(
          "If total segments is specified, a particular segment must also be specified for this"
              + " request");
    }
    if (total.getAsInt() > MOST_SEGMENTS) {
      throw outside(total.getAsInt(), "totalSegments", MOST_SEGMENTS);
    }
    if (segment.getAsInt() < 0 || segment.getAsInt() >= total.getAsInt()) {
      throw outside(segment.getAsInt(), "segment", total.getAsInt() - 1);
    }
    return Layout.segment(source.id(), segment.getAsInt(), total.getAsInt());
  }

  private static ValidationException outside(int value, String path, int most) {
    return new ValidationException(
        "1 validation error detected: Value '%d' at '%s' failed to satisfy constraint: Member must have value less than or equal to %d"
            .formatted(value, path, most));
  }

  private static KeyRange after(Source source, KeyRange all, Item start) {
    byte[] place = source.place(start);
    if (Arrays.compareUnsigned(place, all.from()) < 0
        || Arrays.compareUnsigned(place, all.to()) >= 0) {
      throw new ValidationException("Exclusive start key must lie within the segment");
    }
    return all.startingAt(KeyRange.next(place));
  }
}
