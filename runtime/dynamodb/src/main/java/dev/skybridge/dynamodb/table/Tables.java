package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.store.Store;
import dev.skybridge.dynamodb.store.View;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/** The tables of one data set: their store, their definitions, and the work that goes on behind. */
public final class Tables implements AutoCloseable {
  private final DataSet dataSet;
  private final Store store;
  private final Catalog catalog;
  private final InstantSource clock;
  private final Background background;

  private Tables(DataSet dataSet, Store store, Catalog catalog, InstantSource clock) {
    this.dataSet = dataSet;
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
    this.background = new Background(store, catalog, clock);
  }

  /** Opens the file of a data set, or makes it, and takes up the work that was under way. */
  public static Tables open(DataSet dataSet, Path file, InstantSource clock) {
    Store store = Store.open(file);
    try {
      Tables tables = new Tables(dataSet, store, Catalog.load(store), clock);
      tables.background.resume();
      return tables;
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  public DataSet dataSet() {
    return dataSet;
  }

  public Catalog catalog() {
    return catalog;
  }

  public InstantSource clock() {
    return clock;
  }

  /** Fills indexes, removes what is left of removed tables, in the background. */
  public Background background() {
    return background;
  }

  /** Reads what is there at one moment; see {@link Store#read}. */
  public <T> T read(Function<View, T> read) {
    return store.read(read);
  }

  /** Changes items; on disk when it returns; see {@link Store#write}. */
  public <T> T write(Change<T> change) {
    return store.write(change);
  }

  /** How many group commits there were since it was opened. */
  public long commits() {
    return store.commits();
  }

  @Override
  public void close() {
    background.close();
    store.close();
  }
}
