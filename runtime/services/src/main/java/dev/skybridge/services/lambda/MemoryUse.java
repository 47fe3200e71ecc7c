package dev.skybridge.services.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of a process, as proc(5) gives it. */
final class MemoryUse {
  private MemoryUse() {}

  /** The most that a process had resident so far, in MB, rounded up; 0 when it is gone. */
  static long peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return (Long.parseLong(line.replaceAll("\\D", "")) + 1023) / 1024;
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }
}
