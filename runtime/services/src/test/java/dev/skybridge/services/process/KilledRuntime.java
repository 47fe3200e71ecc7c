package dev.skybridge.services.process;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a child, says its process id, and waits to be killed. */
final class KilledRuntime {
  private KilledRuntime() {}

  public static void main(String[] arguments) throws Exception {
    ChildProcesses processes = new ChildProcesses(Path.of(arguments[0]));
    Process child =
        processes.start(
            new ProcessBuilder("sleep", "600")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    System.out.println(child.pid());
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
