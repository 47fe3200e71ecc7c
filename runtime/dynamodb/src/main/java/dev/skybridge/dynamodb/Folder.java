package dev.skybridge.dynamodb;

import dev.skybridge.dynamodb.store.FolderLock;
import dev.skybridge.dynamodb.store.NativeLibrary;
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
  private final Path library;
  private final InstantSource clock;
  private final FolderLock lock;
  private final ConcurrentHashMap<DataSet, Tables> open = new ConcurrentHashMap<>();
  private final Thread ticker;
  private volatile boolean closed;

  private Folder(Path path, Path library, InstantSource clock, FolderLock lock) {
    this.path = path;
    this.library = library;
    this.clock = clock;
    this.lock = lock;
    this.ticker = Thread.ofVirtual().name("dynamodb-ticker").unstarted(this::tick);
  }

  static Folder open(Path path, Path library, InstantSource clock) {
    Folder folder = new Folder(path, library, clock, FolderLock.take(path));
    folder.ticker.start();
    return folder;
  }

  /** The tables of a data set. */
  Tables tables(DataSet dataSet) {
    @Nullable Tables tables = open.get(dataSet);
    return tables != null ? tables : open(dataSet);
  }

  /** One at a time: what opens blocks, and callers may be virtual threads. */
  private synchronized Tables open(DataSet dataSet) {
    lock.requireHeld();
    @Nullable Tables tables = open.get(dataSet);
    if (tables == null) {
      NativeLibrary.provide(library);
      tables = Tables.open(dataSet, path.resolve(fileName(dataSet)), clock);
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
        open.values().forEach(tables -> tables.background().expire());
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
      lock.close();
    }
  }
}
