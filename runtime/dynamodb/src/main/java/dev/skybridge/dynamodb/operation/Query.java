package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.KeyConditionExpression;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.KeyRange;
import dev.skybridge.dynamodb.table.Tables;
import java.util.Arrays;

/**
 * Answers items of one partition in the order of their sort keys.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</a>
 */
final class Query implements Operation {
  @Override
  public Response answer(Tables tables, Request request) {
    Source source = Source.of(tables, request, false);
    Legacy.refuse(request);
    if (!request.has("KeyConditionExpression")) {
      throw new ValidationException(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    Expressions expressions =
        Expressions.of(
            request, "KeyConditionExpression", "FilterExpression", "ProjectionExpression");
    Selection.Parsed parsed = Selection.parse(expressions);
    KeyConditionExpression condition = expressions.keyCondition("KeyConditionExpression");
    Selection selection = Selection.of(source, request, expressions, parsed);
    KeyRange all = SortRange.of(source, condition);
    selection.refuseKeysInFilter(source.keys());
    boolean forward = !request.has("ScanIndexForward") || request.flag("ScanIndexForward");
    KeyRange range =
        Page.start(request, source).map(start -> after(source, all, start, forward)).orElse(all);
    Page page = new Page(source, selection, request);
    tables.read(view -> {
      page.read(view, range, forward);
      return true;
    });
    return page.response(Capacity.of(request), request.flag("ConsistentRead"));
  }

  private static KeyRange after(Source source, KeyRange all, Item start, boolean forward) {
    byte[] place = source.place(start);
    if (Arrays.compareUnsigned(place, all.from()) < 0
        || Arrays.compareUnsigned(place, all.to()) >= 0) {
      throw new ValidationException(
          "The provided starting key does not match the range key predicate");
    }
    return forward ? all.startingAt(KeyRange.next(place)) : all.endingBefore(place);
  }
}
