package dev.skybridge.services.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that must not be in anybody's way. */
public final class Background {
  private static final Path NICE = Path.of("/usr/bin/nice");

  private Background() {}

  /** The same command at the lowest priority, where the machine can do that. */
  public static List<String> of(List<String> command) {
    if (!Files.isExecutable(NICE)) {
      return command;
    }
    List<String> nice = new ArrayList<>(List.of(NICE.toString(), "-n", "19"));
    nice.addAll(command);
    return nice;
  }
}
