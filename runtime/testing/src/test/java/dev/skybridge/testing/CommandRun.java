package dev.skybridge.testing;

import dev.skybridge.app.cli.Skybridge;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A command of the command line, run in this process on a runtime.
 *
 * @param status its exit status
 * @param output what it printed
 */
record CommandRun(int status, String output) {
  static CommandRun of(TestingRuntime runtime, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    all.add("--data=" + runtime.data().root());
    StringWriter output = new StringWriter();
    int status = Skybridge.run(new PrintWriter(output, true), all.toArray(String[]::new));
    return new CommandRun(status, output.toString());
  }
}
