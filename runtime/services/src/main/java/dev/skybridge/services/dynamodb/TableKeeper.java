package dev.skybridge.services.dynamodb;

import dev.skybridge.policy.Arn;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The tables as records, and the one thread that makes the backend follow them. A request waits
 * until it has; an apply does not.
 */
final class TableKeeper implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final Map<Arn, Table> tables = new ConcurrentHashMap<>();
  private final Map<Arn, Table> removed = new ConcurrentHashMap<>();
  private final BackendTables backendTables;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("dynamodb-tables").factory());
  private Map<Arn, Table> settledTables = Map.of();
  private volatile CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

  TableKeeper(BackendTables backendTables) {
    this.backendTables = backendTables;
  }

  void put(Table table) {
    removed.remove(table.arn());
    tables.put(table.arn(), table);
  }

  void remove(Arn arn) {
    Table table = tables.remove(arn);
    if (table != null) {
      removed.put(arn, table);
    }
  }

  Optional<Table> find(Arn arn) {
    return Optional.ofNullable(tables.get(arn));
  }

  Map<Arn, Table> all() {
    return Map.copyOf(tables);
  }

  /** The partition key of a table or index, if it is known. */
  Optional<String> partitionKey(Arn resource) {
    String arn = resource.toString();
    int index = arn.indexOf("/index/");
    Arn own = Arn.parse(index < 0 ? arn : arn.substring(0, index));
    return find(own)
        .flatMap(found ->
            index < 0
                ? Optional.of(found.key().hash())
                : Stream.concat(found.global().stream(), found.local().stream())
                    .filter(each -> each.name().equals(arn.substring(index + 7)))
                    .map(each -> each.key().hash())
                    .findFirst());
  }

  /** Begins to make the backend follow; does nothing when it does already. */
  synchronized void settle() {
    Map<Arn, Table> now = all();
    if (now.equals(settledTables) && removed.isEmpty() && !settled.isCompletedExceptionally()) {
      return;
    }
    Map<Arn, Table> gone = new HashMap<>(removed);
    settledTables = now;
    settled =
        CompletableFuture.runAsync(
            () -> {
              backendTables.settle(now.values(), gone.values());
              gone.forEach(removed::remove);
            },
            worker);
  }

  /**
   * Waits until the backend has the tables.
   *
   * @throws IOException when it cannot have them
   */
  void awaitSettled() throws IOException, InterruptedException {
    try {
      settled.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      // The next request finds another attempt under way.
      settle();
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IOException("the tables are not ready in " + LIMIT_SECONDS + " s", e);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
