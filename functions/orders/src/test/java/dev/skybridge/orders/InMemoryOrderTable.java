package dev.skybridge.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table in memory, which can be told that somebody else is writing. Thread-safe. */
final class InMemoryOrderTable implements OrderTable {
  private final Map<OrderId, Order> orders = new HashMap<>();
  private final Map<DayShard, List<Order>> index = new HashMap<>();
  private final Map<String, Claim> claims = new HashMap<>();
  private final Set<DayShards> days = new HashSet<>();
  private int busy;

  /** The next {@code times} writes find the table busy. */
  synchronized void beBusy(int times) {
    busy = times;
  }

  synchronized void remove(OrderId id) {
    orders.remove(id);
  }

  synchronized int size() {
    return orders.size();
  }

  @Override
  public synchronized List<DayShards> days() {
    return List.copyOf(days);
  }

  @Override
  public synchronized List<Order> newest(DayShard shard, @Nullable Position before, int limit) {
    return index.getOrDefault(shard, List.of()).stream()
        .filter(order -> before == null || order.position().compareTo(before) < 0)
        .sorted(Comparator.comparing(Order::position).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Order> find(OrderId id) {
    return Optional.ofNullable(orders.get(id));
  }

  @Override
  public synchronized Outcome place(
      Order order, DayShard shard, @Nullable DayShards newDay, @Nullable Claim claim) {
    if (busy > 0) {
      busy--;
      return new Outcome.Busy();
    }
    if (claim != null) {
      Claim earlier = claims.get(claim.keyHash());
      if (earlier != null && earlier.expiresAt().isAfter(order.position().time())) {
        return new Outcome.Claimed(earlier);
      }
      claims.put(claim.keyHash(), claim);
    }
    if (newDay != null) {
      days.add(newDay);
    }
    orders.put(order.id(), order);
    index.computeIfAbsent(shard, key -> new ArrayList<>()).add(order);
    return new Outcome.Stored();
  }

  /** Stores an order as a function with {@code shards} would. */
  void store(Order order, int shards) {
    DayShards day = new DayShards(order.date(), shards);
    place(order, day.of(order.id()), day, null);
  }

  static Order order(String time, int number) {
    return new Order(new Position(Instant.parse(time), id(number)), "Max Mustermann", "tea");
  }

  static OrderId id(int number) {
    return new OrderId("00000000-0000-4000-8000-%012d".formatted(number));
  }
}
