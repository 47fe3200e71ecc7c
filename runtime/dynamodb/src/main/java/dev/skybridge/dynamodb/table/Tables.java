package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.store.Sqlite;
import dev.skybridge.dynamodb.store.Store;
import dev.skybridge.dynamodb.store.StoreException;
import dev.skybridge.dynamodb.store.View;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The tables of one data set: their store, their definitions, and the work that goes on behind. A
 * thread of its own opens the file, since callers may be virtual threads and have a request to
 * read; whoever needs something of the file waits for it.
 */
public final class Tables implements AutoCloseable {
  private final DataSet dataSet;
  private final InstantSource clock;
  private final CompletableFuture<Opened> opened = new CompletableFuture<>();

  /** What is there when the file is open. */
  private record Opened(Store store, Catalog catalog, Background background) {
    /** Opens the file, or makes it, and takes up the work that was under way. */
    static Opened of(Path file, Sqlite sqlite, InstantSource clock) {
      Store store = Store.open(file, sqlite);
      try {
        Catalog catalog = Catalog.load(store);
        Background background = new Background(store, catalog, clock);
        background.resume();
        return new Opened(store, catalog, background);
      } catch (RuntimeException | Error e) {
        store.close();
        throw e;
      }
    }
  }

  private Tables(DataSet dataSet, InstantSource clock) {
    this.dataSet = dataSet;
    this.clock = clock;
  }

  /** Begins to open the file of a data set. */
  public static Tables open(DataSet dataSet, Path file, Sqlite sqlite, InstantSource clock) {
    Tables tables = new Tables(dataSet, clock);
    Thread.ofPlatform()
        .name("dynamodb-opener " + file.getFileName())
        .daemon()
        .start(() -> tables.open(file, sqlite));
    return tables;
  }

  // Whoever waits gets whatever is thrown.
  @SuppressWarnings("CatchingUnchecked")
  private void open(Path file, Sqlite sqlite) {
    try {
      opened.complete(Opened.of(file, sqlite, clock));
    } catch (RuntimeException | Error e) {
      opened.completeExceptionally(e);
    }
  }

  private Opened opened() {
    try {
      return opened.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException failure ? failure : e;
    }
  }

  /** Whether the file could not be opened; then it is to be tried anew. */
  public boolean hasFailed() {
    return opened.isCompletedExceptionally();
  }

  public DataSet dataSet() {
    return dataSet;
  }

  public InstantSource clock() {
    return clock;
  }

  /**
   * What tables there are.
   *
   * @throws StoreException when the file cannot be opened
   */
  public Catalog catalog() {
    return opened().catalog();
  }

  /** Fills indexes, removes what is left of removed tables, in the background. */
  public Background background() {
    return opened().background();
  }

  /** Removes what expired, if the file is open. */
  public void expire() {
    if (opened.isDone() && !hasFailed()) {
      background().expire();
    }
  }

  /** Reads what is there at one moment; see {@link Store#read}. */
  public <T> T read(Function<View, T> read) {
    return opened().store().read(read);
  }

  /** Changes items; on disk when it returns; see {@link Store#write}. */
  public <T> T write(Change<T> change) {
    return opened().store().write(change);
  }

  /** How many group commits there were since it was opened. */
  public long commits() {
    return opened().store().commits();
  }

  /** Ends after what is under way, the opening too. */
  @Override
  public void close() {
    // One that failed was never open; whoever wanted it was told.
    opened
        .handle((open, failure) -> Optional.ofNullable(open))
        .join()
        .ifPresent(open -> {
          open.background().close();
          open.store().close();
        });
  }
}
