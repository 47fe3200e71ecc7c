package dev.skybridge.services.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A shell that outlives a kill -9 of the runtime by a moment: it reads the ids of the runtime's
 * processes from a pipe, and when the pipe ends without a last empty line, it kills them. Not
 * thread-safe: its owner holds a lock.
 */
final class Watcher {
  /** An interrupt at the terminal reaches the whole process group; the runtime itself ends then. */
  private static final String SCRIPT =
      "trap '' INT HUP TERM; ids=; while IFS= read -r line; do ids=$line; done;"
          + " [ -z \"$ids\" ] || kill -9 $ids 2>/dev/null";

  private final BufferedWriter pipe;

  Watcher() throws IOException {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", SCRIPT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    pipe = shell.outputWriter();
  }

  /** Replaces the processes that are to end with this one. */
  void watch(Collection<Process> processes) throws IOException {
    pipe.write(
        processes.stream()
            .map(process -> Long.toString(process.pid()))
            .collect(Collectors.joining(" ")));
    pipe.newLine();
    pipe.flush();
  }

  /** Ends the shell; it kills nothing. */
  void close() throws IOException {
    pipe.newLine();
    pipe.close();
  }
}
