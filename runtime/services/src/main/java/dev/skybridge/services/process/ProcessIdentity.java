package dev.skybridge.services.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells one process from every other one, earlier or later: its id, when it started, and in
 * which boot of the machine. A process id alone may have been given to somebody else since.
 *
 * @param pid the process id
 * @param startTicks when it started, in clock ticks since the machine booted (proc(5), {@code
 *     /proc/PID/stat} field 22)
 * @param boot the kernel's id of this boot
 */
record ProcessIdentity(long pid, long startTicks, String boot) {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** The identity of a live process, or nothing when there is none with this id. */
  static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The second field is the program's name in brackets and may hold blanks and brackets itself.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean zombie = fields[0].equals("Z");
      return zombie
          ? Optional.empty()
          : Optional.of(
              new ProcessIdentity(
                  pid, Long.parseLong(fields[19]), Files.readString(BOOT_ID).strip()));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** One line of text that {@link #parse} reads. */
  String line() {
    return pid + " " + startTicks + " " + boot;
  }

  static Optional<ProcessIdentity> parse(String line) {
    String[] fields = line.strip().split(" ", -1);
    if (fields.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProcessIdentity(Long.parseLong(fields[0]), Long.parseLong(fields[1]), fields[2]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
