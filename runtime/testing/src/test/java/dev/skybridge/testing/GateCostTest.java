package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What the gates of the whole path cost, as their own clocks in the trace say: the time of a
 * request with them, and without. {@code -Dskybridge.gates.requests=5000} measures longer.
 */
class GateCostTest {
  /** Steps that carry or answer the request; all others only decide. */
  private static final Set<String> WORK =
      Set.of("DNS", "TLS", "TLS handshake", "lambda function", "integration", "dynamodb");

  private static final int WARM_UP = 100;
  private static final int REQUESTS = Integer.getInteger("skybridge.gates.requests", 200);

  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void gatesTimeThemselves() throws IOException {
    Request request = Request.get(Orders.BEVERAGE);
    List<Double> whole = new ArrayList<>();
    List<Double> gates = new ArrayList<>();
    Map<String, List<Double>> each = new TreeMap<>();
    try (VpcConnection connection =
        RUNTIME.client().connect(request.url().getHost(), request.port())) {
      for (int i = 0; i < WARM_UP + REQUESTS; i++) {
        long start = System.nanoTime();
        Answer answer = connection.send(request);
        long nanos = System.nanoTime() - start;
        assertThat(answer.status()).isEqualTo(200);
        if (i >= WARM_UP) {
          whole.add(nanos / 1e3);
          List<Step> steps = deciding(RUNTIME.trace(answer));
          gates.add(steps.stream().mapToLong(Step::nanos).sum() / 1e3);
          steps.forEach(step ->
              each.computeIfAbsent(step.gate(), _ -> new ArrayList<>()).add(step.nanos() / 1e3));
        }
      }
    }
    double with = median(whole);
    double cost = median(gates);
    System.out.printf(
        "warm request with all gates %.0f us, without %.0f us: gates %.1f us, %.2f %%%n",
        with, with - cost, cost, 100 * cost / with);

    each.forEach((gate, times) -> System.out.printf("  %s: %.1f us%n", gate, median(times)));

    assertThat(cost).isPositive().isLessThan(with);
    assertThat(each).containsKeys("endpoint policy", "resource policy", "role policy");
  }

  private static List<Step> deciding(Trace trace) {
    return trace.steps().stream().filter(step -> !WORK.contains(name(step))).toList();
  }

  private static String name(Step step) {
    return step.gate().replace(" (connection reused)", "");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
