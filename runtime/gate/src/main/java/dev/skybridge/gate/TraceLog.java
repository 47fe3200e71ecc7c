package dev.skybridge.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest traces, bounded in number: the oldest leaves when a new one comes. Thread-safe. */
public final class TraceLog {
  private final int capacity;
  private final Deque<Trace> traces = new ArrayDeque<>();

  /**
   * @param capacity how many traces are kept; 1 or more
   */
  public TraceLog(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity + " (expected: 1 or more)");
    }
    this.capacity = capacity;
  }

  public synchronized void add(Trace trace) {
    if (traces.size() == capacity) {
      traces.removeFirst();
    }
    traces.addLast(trace);
  }

  public synchronized Optional<Trace> last() {
    return Optional.ofNullable(traces.peekLast());
  }

  /** The trace whose id or alias is {@code id}. */
  public synchronized Optional<Trace> find(String id) {
    return traces.reversed().stream()
        .filter(trace -> trace.id().equals(id) || trace.aliases().contains(id))
        .findFirst();
  }

  /** All traces kept, the oldest first. */
  public synchronized List<Trace> all() {
    return new ArrayList<>(traces);
  }
}
