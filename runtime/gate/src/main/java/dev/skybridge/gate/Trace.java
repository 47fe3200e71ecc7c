package dev.skybridge.gate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The gates that one request passed, in order. Safe for use by several threads: a request crosses
 * threads at each hop.
 */
public final class Trace {
  /** More steps than any path has; a bound on memory, not on meaning. */
  private static final int MAXIMUM_STEPS = 256;

  private final String id;
  private final long startMillis;
  private final LongSupplier ticker;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private String request = "";
  private String outcome = "";

  /**
   * @param id the request's id
   * @param startMillis when it began, in milliseconds since 1970
   * @param ticker a monotonic clock in nanoseconds, e.g. {@code System::nanoTime}
   */
  public Trace(String id, long startMillis, LongSupplier ticker) {
    this.id = requireNonNull(id);
    this.startMillis = startMillis;
    this.ticker = requireNonNull(ticker);
  }

  public String id() {
    return id;
  }

  public long startMillis() {
    return startMillis;
  }

  /** Adds a step; steps after the 256th are dropped. */
  public synchronized void add(Step step) {
    if (steps.size() < MAXIMUM_STEPS) {
      steps.add(step);
    }
  }

  /** Adds steps that were taken before the request was known, e.g. when its connection opened. */
  public synchronized void addAll(List<Step> earlier) {
    earlier.forEach(this::add);
  }

  /** Asks {@code gate}, notes its answer and the time it took, and returns the answer. */
  public <F> Verdict ask(String name, String place, Gate<F> gate, F facts) {
    long start = ticker.getAsLong();
    Verdict verdict = gate.decide(facts);
    add(new Step(name, place, verdict, Math.max(0, ticker.getAsLong() - start)));
    return verdict;
  }

  /** Another id under which people know this request, e.g. API Gateway's request id. */
  public synchronized void alias(String other) {
    if (!other.equals(id) && !aliases.contains(other)) {
      aliases.add(other);
    }
  }

  /** The other ids of this request. */
  public synchronized List<String> aliases() {
    return List.copyOf(aliases);
  }

  /** What was asked, in one line: {@code POST https://host/path} or {@code connect host:443}. */
  public synchronized void describe(String line) {
    request = line;
  }

  public synchronized String request() {
    return request;
  }

  /** How it ended, in a few words: {@code 201}, {@code time-out}. */
  public synchronized void end(String how) {
    outcome = how;
  }

  public synchronized String outcome() {
    return outcome;
  }

  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The step that refused the request, if one did. */
  public synchronized Optional<Step> refusal() {
    return steps.stream().filter(step -> !step.verdict().allowed()).findFirst();
  }
}
