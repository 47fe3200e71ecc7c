package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.control.ControlClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Runs unmodified clients of AWS on a runtime: the AWS CLI, scripts of Python and of Node.js. */
final class ClientPrograms {
  /** What one program did. */
  record Run(int status, String output) {}

  /** How long a client may take. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Where the scripts for clients are. */
  static final Path SCRIPTS =
      TestingRuntime.home().resolve("runtime/testing/src/test/resources/clients");

  private final TestingRuntime runtime;

  ClientPrograms(TestingRuntime runtime) {
    this.runtime = runtime;
  }

  /** Whether a program is on the PATH and ends well. */
  static boolean isThere(String... command) throws InterruptedException {
    try {
      return run(Map.of(), Path.of("."), List.of(command), PATIENCE).status() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs the CLI as an account's administrator; it must succeed. */
  Run aws(String account, String... arguments) throws IOException, InterruptedException {
    return aws(account, List.of(arguments));
  }

  /** Runs the CLI as an account's administrator; it must succeed. */
  Run aws(String account, List<String> arguments) throws IOException, InterruptedException {
    Run run = run(environment(administrator(account)), command("aws", arguments));
    assertThat(run.status()).as(run.output()).isZero();
    return run;
  }

  static List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    return command;
  }

  Run run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    return run(environment, Path.of("."), command, PATIENCE);
  }

  /**
   * Runs a program in a folder with these credentials and no others. One that does not end in time
   * is ended, and fails the test.
   */
  static Run run(
      Map<String, String> environment, Path folder, List<String> command, Duration patience)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("client", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      Run run = new Run(process.exitValue(), Files.readString(output));
      assertThat(ended)
          .as("%s ended within %s; until then it said: %s", command, patience, run.output())
          .isTrue();
      return run;
    } finally {
      Files.delete(output);
    }
  }

  /** The address of AWS's API. */
  String endpoint() {
    return runtime.ask(ControlClient.request("credentials")).path("endpoint").asText();
  }

  /** The key of an account's administrator. */
  AwsCredentialsIdentity administrator(String account) {
    JsonNode all = runtime.ask(ControlClient.request("credentials"));
    for (JsonNode key : all.path("credentials")) {
      if (key.path("account").asText().equals(account)) {
        return AwsCredentialsIdentity.create(
            key.path("accessKeyId").asText(), key.path("secretAccessKey").asText());
      }
    }
    throw new IllegalStateException("no key of " + account + " in " + all.path("credentials"));
  }

  /** The variables that every client of AWS reads. */
  Map<String, String> environment(AwsCredentialsIdentity credentials) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("AWS_ENDPOINT_URL", endpoint());
    variables.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    if (credentials instanceof AwsSessionCredentialsIdentity session) {
      variables.put("AWS_SESSION_TOKEN", session.sessionToken());
    }
    variables.put("AWS_DEFAULT_REGION", "eu-central-1");
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_PAGER", "");
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    return variables;
  }
}
