package dev.skybridge.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TraceTest {
  private static final Gate<Integer> EVEN =
      number ->
          number % 2 == 0
              ? Verdict.allow("parity", "even numbers pass")
              : Verdict.refuse("parity", "even numbers pass", number + " is odd");

  @Test
  void aTraceKeepsItsStepsInOrderAndKnowsTheRefusal() {
    Trace trace = new Trace("one", 0, () -> 0);

    assertThat(trace.ask("parity", "here", EVEN, 2).allowed()).isTrue();
    assertThat(trace.ask("parity", "there", EVEN, 3).allowed()).isFalse();

    assertThat(trace.steps()).extracting(Step::place).containsExactly("here", "there");
    assertThat(trace.refusal().orElseThrow().verdict())
        .isEqualTo(Verdict.refuse("parity", "even numbers pass", "3 is odd"));
  }

  @Test
  void aTraceIsBounded() {
    Trace trace = new Trace("one", 0, () -> 0);
    for (int i = 0; i < 1000; i++) {
      trace.ask("parity", "here", EVEN, 2);
    }
    assertThat(trace.steps()).hasSize(256);
  }

  @Test
  void theLogFindsByAliasAndForgetsTheOldest() {
    TraceLog log = new TraceLog(2);
    for (String id : new String[] {"a", "b", "c"}) {
      Trace trace = new Trace(id, 0, () -> 0);
      trace.alias("alias-of-" + id);
      log.add(trace);
    }
    assertThat(log.find("a")).isEmpty();
    assertThat(log.find("alias-of-b").orElseThrow().id()).isEqualTo("b");
    assertThat(log.last().orElseThrow().id()).isEqualTo("c");
    assertThatThrownBy(() -> new TraceLog(0)).hasMessage("capacity: 0 (expected: 1 or more)");
  }
}
