package dev.skybridge.app.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** Order statistics of measurements. */
final class Figures {
  private final double[] sorted;

  Figures(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: none (expected: 1 or more)");
    }
    sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
  }

  double median() {
    return percentile(50);
  }

  /** The nearest-rank percentile, 0 to 100. */
  double percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }

  int count() {
    return sorted.length;
  }
}
