package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListingTest {
  private static final Instant START = Instant.parse("2026-11-23T23:50:00Z");

  private final InMemoryOrderTable table = new InMemoryOrderTable();
  private final Listing listing = new Listing(table);

  @Test
  void anEmptyTableHasOneEmptyPage() {
    assertThat(listing.page(new PageRequest(null, 20, null))).isEqualTo(new Page(List.of(), null));
  }

  @Test
  void aFullLastPageHasNoNextToken() {
    store("2026-11-23T10:00:00Z", 1, 4);
    store("2020-02-29T10:00:00Z", 2, 4);

    assertThat(listing.page(new PageRequest(null, 2, null)).next()).isNull();
    assertThat(listing.page(new PageRequest(null, 1, null)).next()).isNotNull();
  }

  @Test
  void ordersOfTheSameMicrosecondAreAllListed() {
    for (int i = 0; i < 9; i++) {
      store("2026-11-23T10:00:00Z", i, 4);
    }

    assertThat(walk(2, () -> {})).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void changingTheNumberOfShardsLosesNothing() {
    for (int i = 0; i < 30; i++) {
      store("2026-11-23T10:00:%02dZ".formatted(i), i, 1 + i % 7);
    }

    assertThat(walk(4, () -> {})).hasSize(30).doesNotHaveDuplicates();
  }

  /**
   * Orders arrive between pages, some stamped by a clock that is behind: whatever was there when
   * the walk began is listed once, and nothing twice.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noOrderIsLostOrListedTwiceWhileOthersArrive(long seed) {
    Random random = new Random(seed);
    int shards = 1 + random.nextInt(6);
    int[] number = {0};
    Instant[] clock = {START};
    Runnable arrival =
        () -> {
          // Mostly seconds apart, so that walks cross midnight; now and then months.
          clock[0] = clock[0].plusMillis(random.nextInt(10) == 0 ? 9_000_000_000L : 40_000);
          Instant stamped = clock[0].minus(Duration.ofSeconds(random.nextInt(120)));
          Order order =
              new Order(new Position(stamped, InMemoryOrderTable.id(++number[0])), "Zoë", "tea");
          table.store(order, shards);
        };
    repeat(random.nextInt(120), arrival);
    Set<OrderId> present = new HashSet<>();
    for (int i = 1; i <= number[0]; i++) {
      present.add(InMemoryOrderTable.id(i));
    }

    List<Order> listed = walk(1 + random.nextInt(12), () -> repeat(random.nextInt(5), arrival));

    assertThat(listed).extracting(Order::id).doesNotHaveDuplicates().containsAll(present);
    assertThat(listed).isSortedAccordingTo(Comparator.comparing(Order::position).reversed());
  }

  /** All pages; {@code between} runs after each but the last. Every page but the last is full. */
  private List<Order> walk(int limit, Runnable between) {
    List<Order> listed = new ArrayList<>();
    Page page = listing.page(new PageRequest(null, limit, null));
    listed.addAll(page.orders());
    while (true) {
      PageToken next = page.next();
      if (next == null) {
        return listed;
      }
      assertThat(page.orders()).hasSize(limit);
      between.run();
      Map<String, String> query =
          Map.of("limit", Integer.toString(limit), "nextToken", next.toString());
      page = listing.page(PageRequest.of(query));
      listed.addAll(page.orders());
    }
  }

  private void store(String time, int number, int shards) {
    table.store(InMemoryOrderTable.order(time, number), shards);
  }

  private static void repeat(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      what.run();
    }
  }
}
