package dev.skybridge.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that writes until it is killed, and tells each step that was acknowledged. */
final class CrashWriters {
  private CrashWriters() {}

  /**
   * Writes.
   *
   * @param arguments the folder, the round
   */
  public static void main(String[] arguments) throws InterruptedException {
    CrashScript script = new CrashScript(Integer.parseInt(arguments[1]));
    PrintStream acknowledged =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    try (DynamoDbEngine engine = DynamoDbEngine.open(Path.of(arguments[0]))) {
      Calls calls = new Calls(engine);
      calls.ok("CreateTable", script.createTable());
      List<Thread> writers = new ArrayList<>();
      for (int writer = 0; writer < CrashScript.WRITERS; writer++) {
        int mine = writer;
        writers.add(Thread.ofVirtual().start(() -> write(calls, script, mine, acknowledged)));
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }
  }

  private static void write(Calls calls, CrashScript script, int writer, PrintStream acknowledged) {
    for (int step = 1; ; step++) {
      calls.ok(script.operation(step), script.request(writer, step));
      byte[] line = (writer + " " + step + "\n").getBytes(UTF_8);
      // One call, one write: lines stay whole.
      acknowledged.write(line, 0, line.length);
    }
  }
}
