package dev.skybridge.dynamodb.store;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, kept unpacked: its driver would unpack it anew at every start, which
 * takes most of the start's time, and leave the copy behind when the process is killed.
 */
final class NativeLibrary {
  private static final String PATH = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /**
   * Has the driver load the library from a folder, where it is unpacked if it is not there yet. A
   * library that is loaded, or a path that somebody set, stays as it is.
   *
   * @param folder may be shared by processes
   */
  static void provide(Path folder) {
    if (System.getProperty(PATH) != null) {
      return;
    }
    String name = System.mapLibraryName("sqlitejdbc");
    Path versioned =
        folder.resolve(SQLiteJDBCLoader.getVersion() + "-" + System.getProperty("os.arch"));
    Path library = versioned.resolve(name);
    try {
      if (!Files.exists(library)) {
        // Only now: to find out the platform, the driver looks around for a while.
        String resource = LibraryLoaderUtil.getNativeLibResourcePath();
        if (!LibraryLoaderUtil.hasNativeLib(resource, name)) {
          // Not a platform that the driver has a library for; it says so itself.
          return;
        }
        unpack(resource + "/" + name, versioned, library);
      }
    } catch (IOException e) {
      throw new StoreException(
          Reason.INACCESSIBLE,
          library,
          "SQLite's library cannot be unpacked there ("
              + e.getMessage()
              + "); look at the folder's rights and the disk",
          e);
    }
    System.setProperty(PATH, versioned.toAbsolutePath().toString());
  }

  private static void unpack(String resource, Path folder, Path library) throws IOException {
    Files.createDirectories(folder);
    Path half = Files.createTempFile(folder, "unpacking", ".tmp");
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IOException("the driver's jar has no " + resource);
      }
      Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
      // Another process may do the same at this moment: either's file is right.
      Files.move(half, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
    removeLeftovers(folder, library);
  }

  /** What a process that was killed while unpacking left. */
  private static void removeLeftovers(Path folder, Path library) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        boolean mine = file.equals(library);
        if (!mine && isOld(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOld(Path file) throws IOException {
    long age = System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
    return age > 60_000;
  }
}
