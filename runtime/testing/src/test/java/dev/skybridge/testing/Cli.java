package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.app.cli.Skybridge;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * A command that ran in this process.
 *
 * @param status its exit status
 * @param output all that it printed
 */
record Cli(int status, String output) {
  static Cli run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(printed, true, UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      int status = Skybridge.run(arguments);
      return new Cli(status, printed.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
