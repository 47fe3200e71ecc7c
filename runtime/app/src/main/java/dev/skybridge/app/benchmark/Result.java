package dev.skybridge.app.benchmark;

import java.util.Locale;

/**
 * One figure.
 *
 * @param name what was measured
 * @param unit ms, MB
 * @param median of all runs
 * @param minimum of all runs
 * @param maximum of all runs
 * @param count how many values it stands on
 */
public record Result(
    String name, String unit, double median, double minimum, double maximum, int count) {
  static Result of(String name, String unit, Figures figures) {
    return new Result(
        name,
        unit,
        figures.median(),
        figures.percentile(0),
        figures.percentile(100),
        figures.count());
  }

  /** A percentile instead of the median. */
  static Result percentile(String name, String unit, Figures figures, int percent) {
    return new Result(
        name,
        unit,
        figures.percentile(percent),
        figures.percentile(0),
        figures.percentile(100),
        figures.count());
  }

  /** A number as people read it. */
  public static String text(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
  }
}
