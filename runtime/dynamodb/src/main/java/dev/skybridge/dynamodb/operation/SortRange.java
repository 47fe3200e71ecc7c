package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.KeyAttribute;
import dev.skybridge.dynamodb.expression.KeyConditionExpression;
import dev.skybridge.dynamodb.expression.KeyRange.Condition;
import dev.skybridge.dynamodb.model.KeyBytes;
import dev.skybridge.dynamodb.store.KeyRange;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.Layout;
import java.util.List;

/** The entries that a key condition asks for, as a range of a store's keys. */
final class SortRange {
  private SortRange() {}

  static KeyRange of(Source source, KeyConditionExpression expression) {
    var wanted =
        expression.of(
            keys(source.keys().hash()),
            keys(source.keys().range()),
            source.index().map(IndexDefinition::name).orElse(""));
    byte[] begin =
        Layout.join(Layout.place(source.id(), wanted.partition()), Layout.delimited(wanted.sort()));
    return switch (wanted.next()) {
      case Condition.Any any -> KeyRange.prefix(begin);
      case Condition.Below below -> {
        byte[] bound = Layout.join(begin, KeyBytes.delimited(below.bound()));
        yield new KeyRange(begin, below.included() ? KeyRange.after(bound) : bound);
      }
      case Condition.Above above -> {
        byte[] bound = Layout.join(begin, KeyBytes.delimited(above.bound()));
        yield new KeyRange(above.included() ? bound : KeyRange.after(bound), KeyRange.after(begin));
      }
      case Condition.Between between ->
          new KeyRange(
              Layout.join(begin, KeyBytes.delimited(between.low())),
              KeyRange.after(Layout.join(begin, KeyBytes.delimited(between.high()))));
      case Condition.BeginsWith prefix ->
          KeyRange.prefix(Layout.join(begin, KeyBytes.delimitedPrefix(prefix.prefix())));
    };
  }

  private static List<KeyAttribute> keys(List<KeySchema.Attribute> attributes) {
    return attributes.stream()
        .map(attribute -> new KeyAttribute(attribute.name(), attribute.type()))
        .toList();
  }
}
