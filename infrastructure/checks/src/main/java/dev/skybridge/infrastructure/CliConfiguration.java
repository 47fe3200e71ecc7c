package dev.skybridge.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The one fact needed from a user's CLI configuration of Terraform. */
final class CliConfiguration {
  private static final Pattern MIRROR =
      Pattern.compile("filesystem_mirror\\s*\\{[^}]*?\\bpath\\s*=\\s*\"([^\"]+)\"");

  private CliConfiguration() {}

  /** The filesystem mirrors that {@code file} names, in its order; none where there is no file. */
  static List<Path> mirrors(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    return MIRROR
        .matcher(Files.readString(file))
        .results()
        .map(match -> Path.of(match.group(1)))
        .toList();
  }
}
