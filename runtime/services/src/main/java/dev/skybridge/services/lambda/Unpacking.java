package dev.skybridge.services.lambda;

import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks deployment packages: no entry gets out of the folder, and no archive grows beyond AWS's
 * quota on disk, whatever size it says it has.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 */
final class Unpacking {
  /** AWS's quota for an unpacked package, in bytes. */
  static final long MAXIMUM = 262_144_000;

  private final Path folder;
  private final byte[] buffer = new byte[1 << 16];
  private long left = MAXIMUM;

  private Unpacking(Path folder) {
    this.folder = folder;
  }

  /**
   * Unpacks an archive.
   *
   * @param folder an empty one; may be filled in part when the archive is refused
   * @throws AwsException InvalidParameterValueException when it is no ZIP file, has an entry that
   *     cannot lie in the folder, or is too large
   * @throws IOException when the disk refuses
   */
  static void of(Path archive, Path folder) throws IOException {
    Unpacking unpacking = new Unpacking(folder);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        unpacking.take(zip, entry, unpacking.place(entry.getName()));
      }
    } catch (ZipException e) {
      throw unreadable();
    }
  }

  private Path place(String name) {
    try {
      Path place = folder.resolve(name).normalize();
      if (!place.startsWith(folder)) {
        throw unreadable();
      }
      return place;
    } catch (InvalidPathException e) {
      throw unreadable();
    }
  }

  private void take(ZipFile zip, ZipEntry entry, Path place) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(place);
      return;
    }
    Files.createDirectories(place.getParent());
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(place)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw refuse("Unzipped size must be smaller than " + MAXIMUM + " bytes");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private static AwsException unreadable() {
    return refuse(
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
  }

  private static AwsException refuse(String message) {
    return new AwsException("InvalidParameterValueException", 400, message);
  }
}
