package dev.skybridge.app.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.app.UserError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all files of a run: inventory, states, orders, keys, logs, sockets. Only
 * its owner may read it (mode 700).
 */
public final class DataFolder {
  /** The layout that this program writes; another one is refused. */
  static final String FORMAT = "2";

  /**
   * The kernel's limit on the path of a unix socket is 108 bytes (unix(7)), its end mark included.
   */
  private static final int SOCKET_PATH_LIMIT = 107;

  private static final String LONGEST_SOCKET = "s/000000000000";

  private final Path root;

  private DataFolder(Path root) {
    this.root = root;
  }

  /** The folder as named; nothing is looked at yet. */
  public static DataFolder at(Path root) {
    return new DataFolder(root.toAbsolutePath().normalize());
  }

  public Path root() {
    return root;
  }

  /** A place in the folder, e.g. {@code path("terraform", "food")}. */
  public Path path(String first, String... more) {
    return root.resolve(Path.of(first, more));
  }

  public Path controlSocket() {
    return path("s", "control");
  }

  /** The socket on which the provider of an account listens. */
  public Path providerSocket(String account) {
    return path("s", account);
  }

  public boolean exists() {
    return Files.exists(path("format"));
  }

  /**
   * Makes the folder where it is missing and checks that it is one of ours.
   *
   * @throws UserError when the folder cannot be written, is of another format, is damaged, or holds
   *     files that are not ours
   */
  public void open() {
    checkSocketPaths();
    try {
      if (Files.isDirectory(root) && !exists() && !isEmpty()) {
        throw new UserError(
            "data folder " + root + ": holds files, but none that says it belongs to Skybridge",
            "Name an empty or new folder with --data DIR or SKYBRIDGE_DATA.");
      }
      makePrivate(root);
      makePrivate(path("s"));
      if (!exists()) {
        Files.writeString(path("format"), FORMAT + "\n");
      }
    } catch (IOException e) {
      throw new UserError(
          "data folder " + root + ": cannot be written (" + reason(e) + ")",
          "Give yourself write permission there, or name another folder with --data DIR or SKYBRIDGE_DATA.",
          e);
    }
    checkFormat();
  }

  /** Deletes the folder and all in it; refuses a folder that is not one of ours. */
  public void delete() {
    if (!Files.exists(root)) {
      return;
    }
    if (!exists()) {
      throw new UserError(
          "data folder " + root + ": not one of ours (it has no file named format)",
          "Delete it yourself if that is what you want.");
    }
    try {
      deleteTree(root);
    } catch (IOException e) {
      throw new UserError(
          "data folder " + root + ": cannot be deleted (" + reason(e) + ")",
          "Delete it yourself.",
          e);
    }
  }

  private void checkFormat() {
    String format;
    try {
      format = Files.readString(path("format"), UTF_8).strip();
    } catch (IOException e) {
      throw new UserError(
          "data folder " + root + ": its file format cannot be read (" + reason(e) + ")",
          "Check the folder's permissions, or name another folder with --data DIR.",
          e);
    }
    if (format.equals("1")) {
      throw new UserError(
          "data folder "
              + root
              + ": format 1 (expected: "
              + FORMAT
              + "); its orders lie in files of Amazon's DynamoDB Local, which this version cannot read",
          "Use the version that wrote it, name another folder with --data DIR, or remove it: rm -r "
              + root);
    }
    if (!format.equals(FORMAT)) {
      throw new UserError(
          "data folder "
              + root
              + ": format "
              + (format.isEmpty() ? "missing" : format)
              + " (expected: "
              + FORMAT
              + "); it was written by another version or cut short",
          "Use the version that wrote it, name another folder with --data DIR, or remove it: rm -r "
              + root);
    }
  }

  private void checkSocketPaths() {
    int length = path(LONGEST_SOCKET).toString().getBytes(UTF_8).length;
    if (length > SOCKET_PATH_LIMIT) {
      throw new UserError(
          "data folder "
              + root
              + ": its path is too long for unix sockets ("
              + length
              + " bytes, at most "
              + SOCKET_PATH_LIMIT
              + ")",
          "Name a folder with a shorter path with --data DIR or SKYBRIDGE_DATA.");
    }
  }

  private boolean isEmpty() throws IOException {
    try (var children = Files.list(root)) {
      return children.findAny().isEmpty();
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static void deleteTree(Path top) throws IOException {
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
