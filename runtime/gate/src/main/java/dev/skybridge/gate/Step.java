package dev.skybridge.gate;

import static java.util.Objects.requireNonNull;

/**
 * One gate or hop that a request passed.
 *
 * @param gate the gate's name, e.g. {@code security group}, {@code endpoint policy}
 * @param place where it stands: the id or ARN of the resource, as AWS names it
 * @param verdict its answer
 * @param nanos the time spent in it, in nanoseconds; 0 or more
 */
public record Step(String gate, String place, Verdict verdict, long nanos) {
  public Step {
    requireNonNull(gate);
    requireNonNull(place);
    requireNonNull(verdict);
    if (nanos < 0) {
      throw new IllegalArgumentException("nanos: " + nanos + " (expected: 0 or more)");
    }
  }
}
