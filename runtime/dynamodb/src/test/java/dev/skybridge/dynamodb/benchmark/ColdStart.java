package dev.skybridge.dynamodb.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.dynamodb.Answer;
import dev.skybridge.dynamodb.ChildJvm;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A process that opens a folder and makes a table and puts an item into each of three data sets:
 * prints milliseconds of each, and KiB that all so far took, the engine's classes and unused heap
 * included. Before, no class of the engine is loaded; in a running program much of what Java itself
 * needs is ({@link RunningProgram}).
 */
final class ColdStart {
  private static final int DATA_SETS = 3;
  private static final int RUNS = 5;

  private ColdStart() {}

  /**
   * What a process told.
   *
   * @param lines of each data set milliseconds, then KiB
   */
  record Figures(List<String> lines) {
    Figures {
      lines = List.copyOf(lines);
      if (lines.size() != 2 * DATA_SETS) {
        throw new IllegalStateException("lines of ColdStart: " + lines);
      }
    }

    double millis(int dataSet) {
      return Double.parseDouble(lines.get(2 * dataSet));
    }

    double mebibytes(int dataSet) {
      return Double.parseDouble(lines.get(2 * dataSet + 1)) / 1024;
    }
  }

  /** The run whose first data set took the median time. */
  static Figures median(Path folder, boolean running, String... options) throws IOException {
    List<Figures> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      runs.add(measure(folder.resolve("run-" + run), running, options));
    }
    runs.sort(Comparator.comparingDouble(figures -> figures.millis(0)));
    return runs.get(RUNS / 2);
  }

  /**
   * In a process of its own; the native library lies beside the folders.
   *
   * @param options the JVM's
   */
  static Figures measure(Path folder, boolean running, String... options) throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder child =
        ChildJvm.of(
            ColdStart.class,
            folder.toString(),
            Path.of("target", "benchmark-library").toString(),
            Boolean.toString(running));
    child.command().addAll(1, List.of(options));
    return new Figures(child.start().inputReader().lines().toList());
  }

  /**
   * Opens and puts.
   *
   * @param arguments the folder, where the native library is kept, whether as a running program
   */
  public static void main(String[] arguments) throws IOException {
    if (Boolean.parseBoolean(arguments[2])) {
      RunningProgram.run(Path.of(arguments[0], "program"));
    }
    long before = residentKiB();
    long begin = System.nanoTime();
    try (DynamoDbEngine engine =
        DynamoDbEngine.open(
            Path.of(arguments[0], "tables"), Path.of(arguments[1]), InstantSource.system())) {
      for (int account = 1; account <= DATA_SETS; account++) {
        DataSet dataSet =
            new DataSet("aws", "eu-central-1", String.format(Locale.ROOT, "%012d", account));
        call(engine, dataSet, "CreateTable", Workload.createTable("orders"));
        call(engine, dataSet, "PutItem", Workload.put("orders", 1));
        long now = System.nanoTime();
        System.out.println((now - begin) / 1e6);
        System.out.println(residentKiB() - before);
        begin = System.nanoTime();
      }
    }
  }

  private static void call(
      DynamoDbEngine engine, DataSet dataSet, String operation, String request) {
    Answer answer = engine.execute(dataSet, operation, request.getBytes(UTF_8));
    if (answer.status() != 200) {
      throw new IllegalStateException(new String(answer.body(), UTF_8));
    }
  }

  private static long residentKiB() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
