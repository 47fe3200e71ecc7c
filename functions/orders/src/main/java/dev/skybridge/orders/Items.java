package dev.skybridge.orders;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of the table. Key {@code pk}: {@code ORDER#<order id>}, {@code IDEMPOTENCY#<hash of the
 * key>}, and {@code META#oldest}, which holds the days that have orders. Only orders have the keys
 * of the index ({@code dayShard}, {@code orderedAt}), so only orders are in it.
 */
final class Items {
  static final String KEY = "pk";
  static final String DAY_SHARD = "dayShard";
  static final String ORDERED_AT = "orderedAt";
  static final String EXPIRES_AT = "expiresAt";
  static final String DAYS = "days";

  private static final String FULL_NAME = "fullName";
  private static final String OPTION = "option";
  private static final String FINGERPRINT = "fingerprint";
  private static final String ORDER_ID = "orderId";

  private Items() {}

  static Map<String, AttributeValue> orderKey(OrderId id) {
    return key("ORDER#" + id);
  }

  static Map<String, AttributeValue> claimKey(Claim claim) {
    return key("IDEMPOTENCY#" + claim.keyHash());
  }

  static Map<String, AttributeValue> daysKey() {
    return key("META#oldest");
  }

  static Map<String, AttributeValue> of(Order order, DayShard shard) {
    Map<String, AttributeValue> item = new HashMap<>(orderKey(order.id()));
    item.put(DAY_SHARD, string(shard.toString()));
    item.put(ORDERED_AT, string(order.position().toString()));
    item.put(FULL_NAME, string(order.fullName()));
    item.put(OPTION, string(order.option()));
    return item;
  }

  static Order order(Map<String, AttributeValue> item) {
    Position position =
        Position.parse(text(item, ORDERED_AT))
            .orElseThrow(() -> new TableException("item with a wrong " + ORDERED_AT, false));
    return new Order(position, text(item, FULL_NAME), text(item, OPTION));
  }

  static Map<String, AttributeValue> of(Claim claim) {
    Map<String, AttributeValue> item = new HashMap<>(claimKey(claim));
    item.put(FINGERPRINT, string(claim.fingerprint()));
    item.put(ORDER_ID, string(claim.orderId().text()));
    item.put(EXPIRES_AT, seconds(claim.expiresAt()));
    return item;
  }

  static Claim claim(Map<String, AttributeValue> item) {
    return new Claim(
        text(item, KEY).substring("IDEMPOTENCY#".length()),
        text(item, FINGERPRINT),
        OrderId.parse(text(item, ORDER_ID))
            .orElseThrow(() -> new TableException("item with a wrong " + ORDER_ID, false)),
        Instant.ofEpochSecond(
            Long.parseLong(item.getOrDefault(EXPIRES_AT, seconds(Instant.EPOCH)).n())));
  }

  static List<DayShards> days(Map<String, AttributeValue> item) {
    AttributeValue days = item.get(DAYS);
    return days == null ? List.of() : days.ss().stream().map(DayShards::parse).toList();
  }

  static AttributeValue string(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue seconds(Instant time) {
    return AttributeValue.builder().n(Long.toString(time.getEpochSecond())).build();
  }

  private static Map<String, AttributeValue> key(String text) {
    return Map.of(KEY, string(text));
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    if (value == null || value.s() == null) {
      throw new TableException("item without " + attribute, false);
    }
    return value.s();
  }
}
