package dev.skybridge.dynamodb.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.dynamodb.Answer;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.nio.file.Path;
import java.time.Duration;

/** The engine at its door. */
final class EngineTarget implements Target {
  static final DataSet DATA_SET = new DataSet("aws", "eu-central-1", "111122223333");

  private final DynamoDbEngine engine;

  EngineTarget(Path folder) {
    engine = DynamoDbEngine.open(folder);
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String call(String operation, String request) {
    Answer answer = engine.execute(DATA_SET, operation, request.getBytes(UTF_8));
    String body = new String(answer.body(), UTF_8);
    if (answer.status() != 200) {
      throw new IllegalStateException(operation + ": " + body);
    }
    return body;
  }

  @Override
  public Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public long syncs() {
    return engine.commits(DATA_SET);
  }

  @Override
  public void close() {
    engine.close();
  }
}
