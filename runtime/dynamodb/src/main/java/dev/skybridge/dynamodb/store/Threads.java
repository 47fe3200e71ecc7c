package dev.skybridge.dynamodb.store;

/** Waiting for threads to end. */
final class Threads {
  private Threads() {}

  /** Waits for the end of a thread, whatever interrupts; an interrupt is kept for later. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
