package dev.skybridge.testing;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import java.util.List;

/** What a test asks of a trace. */
final class Gates {
  private Gates() {}

  /** The names of all gates in order; one on a kept connection counts as one passed. */
  static List<String> names(Trace trace) {
    return trace.steps().stream().map(Gates::name).toList();
  }

  static String name(Step step) {
    return step.gate().replace(" (connection reused)", "");
  }

  /** The gate that refused, with its rule: {@code gate: rule}. */
  static String refusing(Trace trace) {
    return trace
        .refusal()
        .map(step -> name(step) + ": " + step.verdict().rule().text())
        .orElse("none refused: " + names(trace));
  }

  /** Why the request was refused, in the gate's words. */
  static String reason(Trace trace) {
    return trace
        .refusal()
        .map(step -> step.verdict() instanceof Verdict.Refused refused ? refused.reason() : "")
        .orElse("none refused: " + names(trace));
  }
}
