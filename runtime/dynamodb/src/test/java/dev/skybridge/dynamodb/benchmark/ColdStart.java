package dev.skybridge.dynamodb.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.dynamodb.Answer;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A process that opens a folder and puts an item into each of three data sets: prints milliseconds
 * of each, and KiB that all so far took, the engine's classes and unused heap included. Of what the
 * engine needs only JSON was used before, as any running process has done; no class of the engine
 * is loaded.
 */
final class ColdStart {
  private ColdStart() {}

  /**
   * Opens and puts.
   *
   * @param arguments the folder, and where the native library is kept
   */
  public static void main(String[] arguments) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    mapper.writeValueAsBytes(mapper.readTree(Workload.item(1)));
    long before = residentKiB();
    long begin = System.nanoTime();
    try (DynamoDbEngine engine =
        DynamoDbEngine.open(Path.of(arguments[0]), Path.of(arguments[1]), InstantSource.system())) {
      for (int account = 1; account <= 3; account++) {
        DataSet dataSet = new DataSet("aws", "eu-central-1", "%012d".formatted(account));
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
