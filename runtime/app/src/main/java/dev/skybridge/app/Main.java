package dev.skybridge.app;

import dev.skybridge.app.cli.Skybridge;

/** The program's entry: {@code java -jar skybridge.jar COMMAND}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Skybridge.run(arguments));
  }
}
