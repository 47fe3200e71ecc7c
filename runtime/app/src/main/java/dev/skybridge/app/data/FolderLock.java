package dev.skybridge.app.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.skybridge.app.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/**
 * One runtime per data folder: a lock that the kernel releases when its process ends, however it
 * ends.
 */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws UserError when another runtime holds it
   */
  public static FolderLock take(DataFolder folder) {
    try {
      FileChannel channel = FileChannel.open(folder.path("lock"), CREATE, WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw alreadyRunning(folder);
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new UserError(
          "data folder " + folder.root() + ": its file lock cannot be written (" + e + ")",
          "Check the folder's permissions.",
          e);
    }
  }

  /** The error when a runtime holds the folder. */
  public static UserError alreadyRunning(DataFolder folder) {
    return new UserError(
        "data folder " + folder.root() + ": a runtime already runs on it",
        "Use it as it is (./skybridge status), end it with ./skybridge down, or name another folder"
            + " with --data DIR.");
  }

  /** Whether a runtime holds the lock now. */
  public static boolean isHeld(DataFolder folder) {
    if (!folder.exists()) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(folder.path("lock"), CREATE, WRITE);
        FileLock lock = tryLock(channel)) {
      return lock == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
