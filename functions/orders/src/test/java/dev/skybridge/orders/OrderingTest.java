package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class OrderingTest {
  private static final OrderRequest TEA = new OrderRequest("Max Mustermann", "tea");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final InMemoryOrderTable table = new InMemoryOrderTable();
  private final List<Integer> pauses = new ArrayList<>();

  @Test
  void withoutAKeyEachRequestIsAnOrder() {
    Ordering ordering = at(NOON);

    assertThat(ordering.place(TEA, null)).isNotEqualTo(ordering.place(TEA, null));
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void aDayIsRecordedOnceForEachNumberOfShards() {
    at(NOON).place(TEA, null);
    at(NOON.plusSeconds(1)).place(TEA, null);
    at(NOON.plus(Duration.ofDays(2))).place(TEA, null);

    assertThat(table.days())
        .extracting(DayShards::toString)
        .containsExactlyInAnyOrder("2026-11-23#4", "2026-11-25#4");
  }

  @Test
  void aKeyIsForgottenWhenItsTimeIsOver() {
    Order first = at(NOON).place(TEA, "key");

    assertThat(at(NOON.plusSeconds(59)).place(TEA, "key")).isEqualTo(first);
    assertThat(at(NOON.plusSeconds(60)).place(TEA, "key")).isNotEqualTo(first);
  }

  @Test
  void aKeyWhoseOrderIsGoneIsAConflict() {
    Order first = at(NOON).place(TEA, "key");
    table.remove(first.id());

    assertThatThrownBy(() -> at(NOON).place(TEA, "key"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("Idempotency-Key: its order no longer exists");
  }

  @Test
  void aNameDoesNotRunIntoTheOption() {
    at(NOON).place(new OrderRequest("Max", "tea"), "key");

    assertThatThrownBy(() -> at(NOON).place(new OrderRequest("Maxt", "ea"), "key"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("Idempotency-Key: already used for another order");
  }

  @Test
  void aBusyTableIsAskedAgain() {
    table.beBusy(7);

    at(NOON).place(TEA, "key");

    assertThat(table.size()).isEqualTo(1);
    assertThat(pauses).containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void aTableThatStaysBusyIsGivenUpForNow() {
    table.beBusy(8);

    assertThatThrownBy(() -> at(NOON).place(TEA, "key"))
        .isInstanceOfSatisfying(TableException.class, e -> assertThat(e.passing()).isTrue());
    assertThat(table.size()).isZero();
  }

  @Test
  void concurrentRepeatsMakeOneOrder() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Order>> repeats = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        repeats.add(() -> at(NOON).place(TEA, "key"));
      }
      List<Order> answers = new ArrayList<>();
      for (Future<Order> answer : threads.invokeAll(repeats)) {
        answers.add(answer.get());
      }

      assertThat(answers).containsOnly(answers.getFirst());
      assertThat(table.size()).isEqualTo(1);
    }
  }

  private Ordering at(Instant now) {
    Clock clock = InstantSource.fixed(now).withZone(ZoneOffset.UTC);
    return new Ordering(table, 4, Duration.ofSeconds(60), clock, OrderId::random, pauses::add);
  }
}
