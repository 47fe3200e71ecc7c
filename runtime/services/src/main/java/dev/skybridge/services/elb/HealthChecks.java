package dev.skybridge.services.elb;

import java.util.HashMap;
import java.util.Map;

/**
 * The running health checks, each on a virtual thread of its own that ends when it is interrupted.
 * Not thread-safe: {@link Elb} calls it under its lock.
 */
final class HealthChecks implements AutoCloseable {
  private record Running(HealthProbe probe, Thread thread) {}

  private final HealthBoard board;
  private final Map<HealthBoard.Key, Running> running = new HashMap<>();

  HealthChecks(HealthBoard board) {
    this.board = board;
  }

  /** Makes the running checks equal to {@code wanted}; one that changes begins at once. */
  void reconcile(Map<HealthBoard.Key, HealthProbe> wanted) {
    board.retain(wanted.keySet());
    running
        .entrySet()
        .removeIf(entry -> {
          boolean stays = entry.getValue().probe().equals(wanted.get(entry.getKey()));
          if (!stays) {
            entry.getValue().thread().interrupt();
          }
          return !stays;
        });
    wanted.forEach((key, probe) ->
        running.computeIfAbsent(
            key,
            _ ->
                new Running(
                    probe,
                    Thread.ofVirtual()
                        .name("health-" + key.target())
                        .start(() -> run(key, probe)))));
  }

  @Override
  public void close() {
    reconcile(Map.of());
  }

  private void run(HealthBoard.Key key, HealthProbe probe) {
    try {
      while (true) {
        long start = System.nanoTime();
        board.note(key, probe.ask(), probe.check());
        long spent = System.nanoTime() - start;
        Thread.sleep(Math.max(0, probe.check().interval().toMillis() - spent / 1_000_000));
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
