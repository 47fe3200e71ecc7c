package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process writes to its standard output and error. A file, not a pipe: what the function
 * wrote before it answered is there when the answer comes, without a wait. Owned by one
 * environment, which calls it from one thread at a time.
 */
final class OutputFile {
  /** Above this the file begins anew, between two invocations. */
  private static final int LARGE = 1 << 20;

  private final Path file;
  private long position;

  OutputFile(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** The lines that came since the last call; an unfinished last one too. */
  List<String> takeLines() throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] fresh = new byte[(int) Math.min(in.length() - position, Integer.MAX_VALUE - 8)];
      in.seek(position);
      in.readFully(fresh);
      position += fresh.length;
      if (position > LARGE) {
        // The process appends, so its next line goes to the new start.
        in.setLength(0);
        position = 0;
      }
      return fresh.length == 0 ? List.of() : new String(fresh, UTF_8).lines().toList();
    }
  }
}
