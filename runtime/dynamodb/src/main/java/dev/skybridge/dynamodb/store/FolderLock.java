package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a folder for one engine, of this process or any other. */
public final class FolderLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes a folder, which is made if need be.
   *
   * @throws StoreException when somebody has it
   */
  public static FolderLock take(Path folder) {
    Path file = folder.resolve("lock");
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) != null) {
        return new FolderLock(file, channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new StoreException(
          Reason.INACCESSIBLE,
          file,
          "the folder cannot be used (" + e.getMessage() + "); look at its rights and the disk",
          e);
    }
    throw new StoreException(
        Reason.IN_USE,
        file,
        "another engine has this folder open; close it, or choose another folder",
        null);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This process has it.
      return null;
    }
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
    } catch (IOException e) {
      throw new StoreException(Reason.INACCESSIBLE, file, "cannot be closed: " + e.getMessage(), e);
    }
  }
}
