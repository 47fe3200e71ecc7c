package dev.skybridge.dynamodb;

import dev.skybridge.dynamodb.store.FolderLock;
import dev.skybridge.dynamodb.store.Sqlite;
import dev.skybridge.dynamodb.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files of an engine, opened when first used, and the clock tick that lets items expire. */
final class Folder implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Path path;
  private final InstantSource clock;
  private final FolderLock lock;
  private final Sqlite sqlite;
  private final ConcurrentHashMap<DataSet, Tables> open = new ConcurrentHashMap<>();
  private final Thread ticker;
  private volatile boolean closed;

  private Folder(Path path, Path library, InstantSource clock) {
    this.path = path;
    this.clock = clock;
    this.lock = FolderLock.take(path);
    this.sqlite = Sqlite.prepare(library);
    this.ticker = Thread.ofVirtual().name("dynamodb-ticker").unstarted(this::tick);
  }

  static Folder open(Path path, Path library, InstantSource clock) {
    Folder folder = new Folder(path, library, clock);
    folder.ticker.start();
    return folder;
  }

  /** The tables of a data set. */
  Tables tables(DataSet dataSet) {
    @Nullable Tables tables = open.get(dataSet);
    return tables != null && !tables.hasFailed() ? tables : open(dataSet);
  }

  private synchronized Tables open(DataSet dataSet) {
    lock.requireHeld();
    @Nullable Tables tables = open.get(dataSet);
    if (tables == null || tables.hasFailed()) {
      tables = Tables.open(dataSet, path.resolve(fileName(dataSet)), sqlite, clock);
      open.put(dataSet, tables);
    }
    return tables;
  }

  private static String fileName(DataSet dataSet) {
    return dataSet.account() + "-" + dataSet.region() + ".sqlite";
  }

  private void tick() {
    try {
      while (!closed) {
        Thread.sleep(TICK);
        open.values().forEach(Tables::expire);
      }
    } catch (InterruptedException e) {
      // Closing.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    ticker.interrupt();
    synchronized (this) {
      open.values().forEach(Tables::close);
      open.clear();
      sqlite.close();
      lock.close();
    }
  }
}
