package dev.skybridge.dynamodb.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** All measurements, one after the other. */
final class Benchmark {
  private static final Path LIBRARY = Path.of("..", "dynamodb-local", "target", "lib");
  private static final List<Integer> CALLERS = List.of(1, 16, 64);
  private static final String TABLE = "orders";
  private static final int PAGES_CALLERS = 4;

  private final Path folder;
  private final Report report;
  private final Duration time =
      Duration.ofSeconds(Integer.getInteger("skybridge.benchmark.seconds", 5));
  private final int large = Integer.getInteger("skybridge.benchmark.items", 1_000_000);

  Benchmark(Path folder, Report report) {
    this.folder = folder;
    this.report = report;
  }

  void run() throws IOException, InterruptedException {
    report.value("syncs of the disk alone", syncsPerSecond(), "/s");
    coldStart();
    try (Target engine = new EngineTarget(folder.resolve("engine"))) {
      measure(engine);
      pages(engine);
    }
    if (FrontTarget.isThere()) {
      try (Target front = new FrontTarget(folder.resolve("front"))) {
        measure(front);
      }
    } else {
      report.note("the program is not built, no rows of the signed front");
    }
    if (Files.isDirectory(LIBRARY)) {
      try (Target local =
          new LocalTarget(LIBRARY, Files.createDirectory(folder.resolve("local")))) {
        measure(local);
      }
    } else {
      report.note("DynamoDB Local is not in " + LIBRARY + ", no rows of it");
    }
  }

  /** How often a block can be written and synced. */
  private double syncsPerSecond() throws IOException {
    Path file = folder.resolve("sync");
    int count = 0;
    long begin = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (System.nanoTime() - begin < Duration.ofSeconds(2).toNanos()) {
        channel.write(ByteBuffer.allocate(4096), 0);
        channel.force(false);
        count++;
      }
    }
    return count * 1e9 / (System.nanoTime() - begin);
  }

  /** In processes of their own, after one that unpacks the native library. */
  private void coldStart() throws IOException {
    ColdStart.measure(folder.resolve("unpacks"), true);
    ColdStart.Figures runtime =
        ColdStart.median(folder.resolve("runtime"), true, "-XX:TieredStopAtLevel=1");
    report.value(
        "first data set in a program with the runtime's compiler", runtime.millis(0), "ms");
    report.value("second data set there, open to put", runtime.millis(1), "ms");
    report.value("third data set there, open to put", runtime.millis(2), "ms");
    ColdStart.Figures running = ColdStart.median(folder.resolve("running"), true);
    report.value("first data set in a running program, open to put", running.millis(0), "ms");
    report.value("second data set, open to put", running.millis(1), "ms");
    report.value("third data set, open to put", running.millis(2), "ms");
    report.value("memory of three data sets and the engine's classes", running.mebibytes(2), "MiB");
    report.value(
        "memory of each further data set",
        (running.mebibytes(2) - running.mebibytes(0)) / 2,
        "MiB");
    ColdStart.Figures alone = ColdStart.median(folder.resolve("alone"), false);
    report.value("first data set in a JVM that ran nothing else", alone.millis(0), "ms");
  }

  private void measure(Target target) {
    target.call("CreateTable", Workload.createTable(TABLE));
    AtomicInteger number = new AtomicInteger();
    warm(target, number);
    for (int callers : CALLERS) {
      report.load(
          target,
          "put, item and index, durable",
          Load.run(
              target,
              callers,
              time,
              i -> target.call("PutItem", Workload.put(TABLE, number.getAndIncrement()))));
    }
    int items = number.get();
    for (int callers : CALLERS) {
      report.load(
          target,
          "get",
          Load.run(
              target,
              callers,
              time,
              i -> target.call("GetItem", Workload.get(TABLE, spread(i, items)))));
    }
    int days = items / Workload.DAY;
    for (int callers : CALLERS) {
      report.load(
          target,
          "index query, 20 items",
          Load.run(
              target,
              callers,
              time,
              i -> target.call("Query", Workload.queryDay(TABLE, spread(i, days)))));
    }
  }

  /** As many calls as let the target's code be compiled. */
  private static void warm(Target target, AtomicInteger number) {
    Load.run(
        target,
        16,
        Duration.ofSeconds(3),
        i -> {
          int mine = number.getAndIncrement();
          target.call("PutItem", Workload.put(TABLE, mine));
          target.call("GetItem", Workload.get(TABLE, mine));
          target.call("Query", Workload.queryDay(TABLE, mine / Workload.DAY));
        });
  }

  /** A query's page in a small and in a large table. */
  private void pages(Target target) {
    for (int items : List.of(1_000, large)) {
      String table = "table-of-" + items;
      target.call("CreateTable", Workload.createTable(table));
      long begin = System.nanoTime();
      for (int first = 0; first < items; first += 25) {
        target.call("BatchWriteItem", Workload.batch(table, first));
      }
      report.value(
          "items/s in batches of 25 to " + table, items * 1e9 / (System.nanoTime() - begin), "/s");
      report.load(
          target,
          "page of 50 of " + items + " items",
          Load.run(
              target,
              PAGES_CALLERS,
              time,
              i -> target.call("Query", Workload.queryPage(table, spread(i, items / 100)))));
    }
  }

  /** Numbers below a bound, far from one another. */
  private static int spread(int i, int bound) {
    return (int) ((i * 2_654_435_761L & 0x7fff_ffffL) % bound);
  }
}
