package dev.skybridge.services.dynamodb;

import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import dev.skybridge.policy.Scope;
import java.nio.file.Path;

/** The embedded engine behind the front. */
public final class TestingEngine implements Backend {
  private final DynamoDbEngine engine;

  public TestingEngine(Path folder) {
    engine = DynamoDbEngine.open(folder);
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public Answer call(Scope scope, String operation, byte[] body) {
    var answer =
        engine.execute(
            new DataSet(scope.region().partition(), scope.region().name(), scope.account().value()),
            operation,
            body);
    return new Answer(answer.status(), answer.body());
  }

  @Override
  public void close() {
    engine.close();
  }
}
