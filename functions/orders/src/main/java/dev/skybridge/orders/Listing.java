package dev.skybridge.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lists orders, the newest first: day by day backwards, over the days that the table has recorded,
 * each day's shards merged. It reads no clock.
 */
final class Listing {
  private static final Comparator<Order> NEWEST_FIRST =
      Comparator.comparing(Order::position, Collections.reverseOrder());

  private final OrderTable table;

  Listing(OrderTable table) {
    this.table = table;
  }

  /** A page: full unless the list ends with it. */
  Page page(PageRequest request) {
    // One more than wanted: it tells whether there is a next page.
    int wanted = request.limit() + 1;
    List<Order> found = new ArrayList<>();
    for (Map.Entry<LocalDate, Integer> day : days().entrySet()) {
      if (found.size() == wanted) {
        break;
      }
      if (request.covers(day.getKey())) {
        DayShards shards = new DayShards(day.getKey(), day.getValue());
        found.addAll(newest(shards, request, wanted - found.size()));
      }
    }
    if (found.size() < wanted) {
      return new Page(found, null);
    }
    List<Order> orders = found.subList(0, request.limit());
    return new Page(orders, new PageToken(request.day(), orders.getLast().position()));
  }

  /**
   * The days with orders, the newest first. A day on which the number of shards changed has all of
   * them: the larger number.
   */
  private NavigableMap<LocalDate, Integer> days() {
    NavigableMap<LocalDate, Integer> days = new TreeMap<>(Collections.reverseOrder());
    table.days().forEach(day -> days.merge(day.day(), day.shards(), Math::max));
    return days;
  }

  private List<Order> newest(DayShards day, PageRequest request, int limit) {
    return day.all().stream()
        .flatMap(shard -> table.newest(shard, request.before(), limit).stream())
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }
}
