package dev.skybridge.dynamodb.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read or written; the message names the file and the remedy. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** Another process, or another engine of this process, holds the folder. */
    IN_USE,
    /** A later release wrote the file. */
    NEWER_FORMAT,
    /** The file is not one of the engine's. */
    FOREIGN,
    /** The file's content is broken. */
    DAMAGED,
    /** The disk, or the quota, is full. Nothing of the refused write is kept. */
    DISK_FULL,
    /** The operating system refuses: rights, or a failing device. */
    INACCESSIBLE,
    /** The engine is closed. */
    CLOSED
  }

  private final Reason reason;
  private final String text;

  StoreException(Reason reason, Path file, String remedy, @Nullable Throwable cause) {
    super(file + ": " + remedy, cause);
    this.reason = reason;
    this.text = file + ": " + remedy;
  }

  public Reason reason() {
    return reason;
  }

  /** File and remedy. */
  public String text() {
    return text;
  }
}
