package dev.skybridge.app.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.skybridge.app.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Lines in a file, each behind its CRC-32: appended, never changed in place. A last line that a
 * crash cut short was never acknowledged and is dropped; damage anywhere else is an error.
 *
 * <p>Not thread-safe: its owner holds a lock.
 */
final class RecordLog implements AutoCloseable {
  private final Path path;
  private FileChannel channel;

  private RecordLog(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** The lines of a log and the log, ready to be appended to. */
  record Opened(RecordLog log, List<String> lines) {}

  /**
   * Opens a log, making it where it is missing.
   *
   * @throws UserError when it is damaged or cannot be read
   */
  static Opened open(Path path) {
    try {
      byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
      List<String> lines = new ArrayList<>();
      int end = 0;
      for (int start = 0; start < bytes.length; start = end) {
        int newline = start;
        while (newline < bytes.length && bytes[newline] != '\n') {
          newline++;
        }
        if (newline == bytes.length) {
          break;
        }
        end = newline + 1;
        lines.add(
            checked(path, lines.size() + 1, new String(bytes, start, newline - start, UTF_8)));
      }
      FileChannel channel = FileChannel.open(path, CREATE, WRITE);
      channel.truncate(end);
      channel.position(end);
      return new Opened(new RecordLog(path, channel), lines);
    } catch (IOException e) {
      throw new UserError(
          "inventory " + path + ": cannot be read (" + e + ")",
          "Check the data folder's permissions.",
          e);
    }
  }

  private static String checked(Path path, int number, String line) {
    if (line.length() < 10 || !line.startsWith(crc(line.substring(9)) + " ")) {
      throw new UserError(
          "inventory " + path + ": line " + number + " is damaged",
          "Restore the data folder from a backup, or start anew: ./skybridge down --delete, then up.");
    }
    return line.substring(9);
  }

  /** Appends lines and, when {@code durable}, returns only when they would survive a crash. */
  void append(List<String> lines, boolean durable) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(encoded(lines));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (durable) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("inventory " + path + ": cannot be written", e);
    }
  }

  /** Replaces all lines at once: a crash leaves the old ones or the new ones. */
  void replace(List<String> lines) {
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    try {
      Files.deleteIfExists(draft);
      try (FileChannel out = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(encoded(lines));
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      channel.close();
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      channel = FileChannel.open(path, WRITE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("inventory " + path + ": cannot be rewritten", e);
    }
  }

  private static byte[] encoded(List<String> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : lines) {
      out.writeBytes((crc(line) + " " + line + "\n").getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static String crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
