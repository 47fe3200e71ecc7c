package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link OrderTable} does; each test gets an empty one. */
abstract class OrderTableContract {
  private static final DayShard SHARD = DayShards.parse("2026-11-23#1").all().getFirst();
  private static final DayShards DAY = DayShards.parse("2026-11-23#1");
  private static final OrderRequest TEA = new OrderRequest("Max Mustermann", "tea");

  abstract OrderTable table();

  @Test
  void anEmptyTableAnswersWithNothing() {
    assertThat(table().days()).isEmpty();
    assertThat(table().find(InMemoryOrderTable.id(1))).isEmpty();
    assertThat(table().newest(SHARD, null, 10)).isEmpty();
  }

  @Test
  void anOrderIsFoundAsItWasPlaced() {
    Order order = new Order(order(1).position(), "Zoë 李小龍 🍵 \u0000\"\\ " + "🍵".repeat(80), "tea");

    assertThat(place(order, null, null)).isEqualTo(new OrderTable.Outcome.Stored());
    assertThat(table().find(order.id())).contains(order);
    assertThat(table().newest(SHARD, null, 10)).containsExactly(order);
  }

  @Test
  void theNewestAreFirst() {
    List<Order> orders = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      orders.addFirst(order(i));
      place(order(i), null, null);
    }

    assertThat(table().newest(SHARD, null, 10)).isEqualTo(orders);
    assertThat(table().newest(SHARD, null, 2)).isEqualTo(orders.subList(0, 2));
    assertThat(table().newest(SHARD, order(4).position(), 2)).isEqualTo(orders.subList(2, 4));
    assertThat(table().newest(SHARD, order(1).position(), 2)).isEmpty();
  }

  @Test
  void shardsAreApart() {
    place(order(1), null, null);

    assertThat(table().newest(new DayShard(DAY.day(), 1), null, 10)).isEmpty();
    assertThat(table().newest(new DayShard(DAY.day().plusDays(1), 0), null, 10)).isEmpty();
  }

  @Test
  void daysAreRecordedWithTheOrder() {
    DayShards other = DayShards.parse("2026-11-24#64");
    place(order(1), DAY, null);
    place(order(2), other, null);
    place(order(3), other, null);

    assertThat(table().days()).containsExactlyInAnyOrder(DAY, other);
    assertThat(table().find(order(3).id())).isPresent();
  }

  @Test
  void aClaimIsHeldUntilItExpires() {
    Claim first = claim("key", 1);
    assertThat(place(order(1), DAY, first)).isEqualTo(new OrderTable.Outcome.Stored());

    assertThat(place(order(2), null, claim("key", 2)))
        .isEqualTo(new OrderTable.Outcome.Claimed(first));
    assertThat(place(order(3), null, claim("another key", 3)))
        .isEqualTo(new OrderTable.Outcome.Stored());
    assertThat(table().find(order(2).id())).as("nothing of the refused write").isEmpty();

    Order late = new Order(new Position(first.expiresAt(), InMemoryOrderTable.id(4)), "Max", "tea");
    assertThat(place(late, null, claim("key", 4))).isEqualTo(new OrderTable.Outcome.Stored());
    assertThat(table().newest(SHARD, null, 10))
        .as("a claim is not in the index")
        .containsExactly(late, order(3), order(1));
  }

  @Test
  void concurrentWritesMakeEachOrderOnceAndOneDay() throws Exception {
    List<Callable<Order>> requests = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String key = "key " + i % 3;
      requests.add(() -> ordering().place(TEA, key));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Order> answers = new ArrayList<>();
      for (Future<Order> answer : threads.invokeAll(requests)) {
        answers.add(answer.get());
      }

      Page page = new Listing(table()).page(new PageRequest(null, 100, null));
      assertThat(page.orders()).hasSize(3).containsExactlyInAnyOrderElementsOf(Set.copyOf(answers));
      assertThat(table().days()).hasSize(1);
    }
  }

  private Ordering ordering() {
    return new Ordering(
        table(), 4, Duration.ofDays(1), Clock.systemUTC(), OrderId::random, Pause::before);
  }

  private OrderTable.Outcome place(Order order, @Nullable DayShards newDay, @Nullable Claim claim) {
    return table().place(order, SHARD, newDay, claim);
  }

  private static Order order(int number) {
    return InMemoryOrderTable.order("2026-11-23T10:00:%02dZ".formatted(number), number);
  }

  private static Claim claim(String key, int number) {
    return Claim.of(key, TEA, InMemoryOrderTable.id(number), Instant.parse("2026-11-23T10:01:00Z"));
  }
}
