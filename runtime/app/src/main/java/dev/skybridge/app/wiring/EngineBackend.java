package dev.skybridge.app.wiring;

import dev.skybridge.app.UserError;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import dev.skybridge.dynamodb.EngineException;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.dynamodb.Backend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine as what keeps the tables. It is opened when it is first needed and again
 * after a stop, so that a runtime without tables holds no file. The monitor guards which engine is
 * open, and is not held during an operation.
 */
final class EngineBackend implements Backend {
  private final Path folder;
  private final Path library;
  private @Nullable DynamoDbEngine engine;
  private boolean closed;

  /**
   * @param folder the tables' files
   * @param library where SQLite's native library is kept unpacked, for all data folders
   */
  EngineBackend(Path folder, Path library) {
    this.folder = folder;
    this.library = library;
  }

  @Override
  public void start() {
    engine();
  }

  /** The engine, opened if need be; none once this is closed. */
  private synchronized Optional<DynamoDbEngine> engine() {
    if (closed) {
      return Optional.empty();
    }
    if (engine == null) {
      try {
        engine = DynamoDbEngine.open(folder, library, InstantSource.system());
      } catch (EngineException e) {
        throw new UserError(
            String.valueOf(e.getMessage()), "Mend what it says, or name another data folder.", e);
      }
    }
    return Optional.of(engine);
  }

  @Override
  public synchronized void stop() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }

  @Override
  public Answer call(Scope scope, String operation, byte[] body) throws IOException {
    try {
      DataSet dataSet =
          new DataSet(scope.region().partition(), scope.region().name(), scope.account().value());
      var answer =
          engine()
              .orElseThrow(() -> new IOException("the tables are closed: " + folder))
              .execute(dataSet, operation, body);
      return new Answer(answer.status(), answer.body());
    } catch (UserError e) {
      throw new IOException(e.problem(), e);
    }
  }

  /** Ends for good: a request that comes later finds no engine, and opens none. */
  @Override
  public synchronized void close() {
    stop();
    closed = true;
  }
}
