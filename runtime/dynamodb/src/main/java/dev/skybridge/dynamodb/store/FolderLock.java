package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one engine, of this process or any other. */
public final class FolderLock implements AutoCloseable {
  /** System properties are the process's: so are POSIX's locks. */
  private static final String HELD = "dev.skybridge.dynamodb.held:";

  private final Path file;
  private final String held;
  private final FileChannel channel;

  private FolderLock(Path file, String held, FileChannel channel) {
    this.file = file;
    this.held = held;
    this.channel = channel;
  }

  /**
   * Takes a folder, which is made if need be.
   *
   * @throws StoreException when somebody has it
   */
  public static FolderLock take(Path folder) {
    Path file = folder.resolve("lock");
    try {
      Files.createDirectories(folder);
      String held = HELD + folder.toRealPath();
      // To open the file and close it again would end the lock that this process may have.
      if (System.getProperties().putIfAbsent(held, "true") != null) {
        throw inUse(file);
      }
      FileChannel channel = null;
      try {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
          throw inUse(file);
        }
        return new FolderLock(file, held, channel);
      } catch (IOException | RuntimeException e) {
        System.getProperties().remove(held);
        if (channel != null) {
          channel.close();
        }
        throw e;
      }
    } catch (IOException e) {
      throw new StoreException(
          Reason.INACCESSIBLE,
          file,
          "the folder cannot be used (" + e.getMessage() + "); look at its rights and the disk",
          e);
    }
  }

  private static StoreException inUse(Path file) {
    return new StoreException(
        Reason.IN_USE,
        file,
        "another engine has this folder open; close it, or choose another folder",
        null);
  }

  /**
   * Checks that nobody closed it.
   *
   * @throws StoreException when it is closed
   */
  public void requireHeld() {
    if (!channel.isOpen()) {
      throw Failures.closed(file);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      System.getProperties().remove(held);
    } catch (IOException e) {
      throw new StoreException(Reason.INACCESSIBLE, file, "cannot be closed: " + e.getMessage(), e);
    }
  }
}
