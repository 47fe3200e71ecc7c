package dev.skybridge.provider.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The `terraform` of this machine, run in one folder with an environment of its own. */
public final class Terraform {
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  private Terraform(Path folder) {
    this.folder = folder;
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("TF_IN_AUTOMATION", "1");
    environment.put("TF_CLI_CONFIG_FILE", empty(folder).toString());
  }

  /** Terraform in {@code folder}; the test is skipped, with a word, where there is none. */
  public static Terraform in(Path folder) {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "terraform")));
    Assumptions.assumeTrue(there, "skipped: no terraform on the PATH");
    return new Terraform(folder);
  }

  /** Terraform in a new folder below, with the same environment. */
  public Terraform below(String name) {
    try {
      var copy = new Terraform(Files.createDirectories(folder.resolve(name)));
      copy.environment.putAll(environment);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it runs. */
  public Path folder() {
    return folder;
  }

  /** Sets a variable of its environment. */
  public Terraform with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Makes it use a running provider. */
  public Terraform reattached(String value) {
    return with("TF_REATTACH_PROVIDERS", value);
  }

  /** Writes a file of the root. */
  public Terraform file(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to its end. */
  public Outcome run(String... arguments) {
    try {
      var process = start(arguments);
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts; the caller ends it. */
  public Process start(String... arguments) throws IOException {
    var command = new ArrayList<String>(List.of("terraform"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("TF_") || name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Path empty(Path folder) {
    try {
      return Files.writeString(folder.resolve("terraform.rc"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a run ended, and what it printed on both outputs. */
  public record Outcome(int status, String output) {
    /** The output with its line breaks and box lines taken out, so that a sentence can be found. */
    public String flat() {
      return output.replaceAll("[│╷╵]", " ").replaceAll("\\s+", " ");
    }
  }
}
