package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.store.Store;
import dev.skybridge.dynamodb.store.StoreException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What goes on behind a data set's answers: new indexes are filled, what is left of removed ones
 * and of tables is removed, expired items and old idempotency tokens go. Each kind of work has a
 * virtual thread while there is some; every step is a short change, so writers hardly wait, and a
 * start takes up what was under way.
 */
public final class Background implements AutoCloseable {
  private final Store store;
  private final Filling filling;
  private final Removal removal;
  private final Expiry expiry;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private boolean closing;

  Background(Store store, Catalog catalog, InstantSource clock) {
    this.store = store;
    this.filling = new Filling(store, catalog);
    this.removal = new Removal(store);
    this.expiry = new Expiry(store, catalog, clock);
  }

  /** Takes up what was under way when the store was closed. */
  void resume() {
    fill();
    if (store.write(removal::isDue)) {
      remove();
    }
  }

  /** Fills what is being created, if anything. */
  public void fill() {
    if (filling.isDue()) {
      start(filling::run);
    }
  }

  /** Removes what belongs to nothing any more. */
  public void remove() {
    start(removal::run);
  }

  /** Removes expired items and old idempotency tokens. */
  public void expire() {
    if (expiry.isDue()) {
      start(expiry::run);
    }
  }

  private synchronized void start(Runnable work) {
    if (closing) {
      return;
    }
    Thread thread = Thread.ofVirtual().name("dynamodb-background").unstarted(() -> run(work));
    threads.add(thread);
    thread.start();
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (StoreException e) {
      if (e.reason() != StoreException.Reason.CLOSED) {
        // The next start, or the next tick, takes it up.
        System.getLogger(Background.class.getName()).log(Level.WARNING, e.text());
      }
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  /** Ends after the steps that are under way. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    filling.stop();
    removal.stop();
    expiry.stop();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // What is left fails at the closed store.
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
