package dev.skybridge.dynamodb.table;

import static java.util.Objects.requireNonNull;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * Expiry of a table's items.
 *
 * @param attribute holds the second since 1970 after which an item may go
 * @param id where the order of expiry is; never used twice in a store
 * @param ready whether the items that were there when it was enabled are in that order
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html">Time
 *     to Live</a>
 */
public record TimeToLive(String attribute, int id, boolean ready) {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  public TimeToLive {
    requireNonNull(attribute);
  }

  /** The second after which the item may go; empty when it has none. */
  public OptionalLong expiry(Item item) {
    if (item.attribute(attribute) instanceof AttributeValue.N number) {
      BigDecimal value = number.value().value();
      if (value.signum() > 0 && value.compareTo(MOST) <= 0) {
        return OptionalLong.of(value.longValue());
      }
    }
    return OptionalLong.empty();
  }
}
