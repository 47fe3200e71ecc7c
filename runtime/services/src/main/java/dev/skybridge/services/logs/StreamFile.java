package dev.skybridge.services.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stream as a file: an event per line, its time before it. A file that has grown large makes room
 * for a new one and is kept beside it, so a stream holds at most twice the limit.
 */
final class StreamFile {
  static final String SUFFIX = ".log";

  /** 8 MB. */
  private static final long LARGE = 8 << 20;

  /** What a look at the end of a stream reads at most, in bytes. */
  private static final int END = 1 << 20;

  private StreamFile() {}

  static Path of(Path group, String stream) {
    return group.resolve(FileNames.of(stream) + SUFFIX);
  }

  static String stream(Path file) {
    String name = file.getFileName().toString();
    return FileNames.name(name.substring(0, name.length() - SUFFIX.length()));
  }

  static void append(Path file, List<LogEvent> events) throws IOException {
    StringBuilder text = new StringBuilder();
    for (LogEvent event : events) {
      text.append(event.millis()).append(' ').append(oneLine(event.message())).append('\n');
    }
    if (Files.exists(file) && Files.size(file) > LARGE) {
      Path older = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** The latest events of a stream, the oldest first; those of its last megabyte. */
  static List<LogEvent> end(Path file) throws IOException {
    byte[] bytes;
    boolean whole;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, in.length() - END);
      whole = start == 0;
      bytes = new byte[(int) (in.length() - start)];
      in.seek(start);
      in.readFully(bytes);
    }
    List<String> lines = new String(bytes, UTF_8).lines().toList();
    return parse(whole ? lines : lines.subList(1, lines.size()), stream(file));
  }

  /** All events of a stream, the oldest first. */
  static List<LogEvent> all(Path file) throws IOException {
    List<LogEvent> events = new ArrayList<>();
    for (Path part : List.of(file.resolveSibling(file.getFileName() + ".1"), file)) {
      if (Files.exists(part)) {
        events.addAll(parse(Files.readString(part, UTF_8).lines().toList(), stream(file)));
      }
    }
    return events;
  }

  private static List<LogEvent> parse(List<String> lines, String stream) {
    List<LogEvent> events = new ArrayList<>();
    for (String line : lines) {
      int blank = line.indexOf(' ');
      if (blank > 0 && line.substring(0, blank).chars().allMatch(Character::isDigit)) {
        events.add(
            new LogEvent(
                Long.parseLong(line.substring(0, blank)), stream, line.substring(blank + 1)));
      }
    }
    return events;
  }

  private static String oneLine(String message) {
    return message.replace("\r", "\\r").replace("\n", "\\n");
  }
}
