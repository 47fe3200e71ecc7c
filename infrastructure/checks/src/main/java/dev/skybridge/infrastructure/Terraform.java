package dev.skybridge.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The {@code terraform} on the PATH.
 *
 * @param executable its file
 */
record Terraform(Path executable) {
  private static final long MINUTES = 15;

  /**
   * What a run printed, standard error included, and how it ended.
   *
   * @param status exit status; 0 = success
   */
  record Result(int status, String output) {}

  static Optional<Terraform> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "terraform"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Terraform::new);
  }

  /**
   * Runs {@code terraform arguments...} in {@code folder}, with nothing of the user's AWS or
   * Terraform settings but {@code configuration}, the file of its CLI configuration.
   */
  Result run(Path folder, Optional<Path> configuration, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("terraform", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TF_"));
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("TF_IN_AUTOMATION", "1");
    configuration.ifPresent(file -> environment.put("TF_CLI_CONFIG_FILE", file.toString()));
    Process process = builder.start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(String.join(" ", command) + ": no end after " + MINUTES + " min");
      }
      return new Result(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
