package dev.skybridge.dynamodb.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Calls from some threads for some time, each thread the next when it has the answer.
 *
 * @param p50 the median, in milliseconds
 * @param p99 in milliseconds
 * @param processorMicros of the target, for one operation
 * @param syncs for one second; negative when the target cannot tell
 */
record Load(
    int threads, double perSecond, double p50, double p99, double processorMicros, double syncs) {

  /**
   * @param call gets a number that no other call gets
   */
  static Load run(Target target, int threads, Duration time, IntConsumer call) {
    AtomicInteger next = new AtomicInteger();
    ConcurrentLinkedQueue<long[]> latencies = new ConcurrentLinkedQueue<>();
    Duration processor = target.processorTime();
    long syncs = target.syncs();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Thread> callers = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      callers.add(Thread.ofVirtual().start(() -> latencies.add(calls(end, next, call))));
    }
    callers.forEach(Load::join);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double micros = target.processorTime().minus(processor).toNanos() / 1e3;
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Load(
        threads,
        all.length / seconds,
        all[all.length / 2] / 1e6,
        all[all.length * 99 / 100] / 1e6,
        micros / all.length,
        syncs < 0 ? -1 : (target.syncs() - syncs) / seconds);
  }

  private static long[] calls(long end, AtomicInteger next, IntConsumer call) {
    long[] latencies = new long[1024];
    int count = 0;
    for (long now = System.nanoTime(); now < end; ) {
      call.accept(next.getAndIncrement());
      long after = System.nanoTime();
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * count);
      }
      latencies[count++] = after - now;
      now = after;
    }
    return Arrays.copyOf(latencies, count);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
