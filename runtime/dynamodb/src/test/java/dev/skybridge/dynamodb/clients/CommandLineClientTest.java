package dev.skybridge.dynamodb.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** boto3 and the AWS CLI take a tour of all operations, where they are installed. */
class CommandLineClientTest {
  @TempDir Path folder;

  @Test
  void boto3TakesATourOfAllOperations() throws IOException, InterruptedException {
    assumeTrue(isThere("python3", "-c", "import boto3"), "boto3 is not installed");
    tour("tour.py", "python3");
  }

  @Test
  void awsCliTakesATourOfAllOperations() throws IOException, InterruptedException {
    assumeTrue(isThere("aws", "--version"), "the AWS CLI is not installed");
    tour("tour.sh", "bash");
  }

  /** Runs a script of {@code clients/}; it says what is wrong, and ends with "done". */
  private void tour(String script, String interpreter) throws IOException, InterruptedException {
    Path file = folder.resolve(script);
    try (var text = requireNonNull(getClass().getResourceAsStream("/clients/" + script))) {
      Files.copy(text, file);
    }
    try (DynamoDbEngine engine = DynamoDbEngine.open(folder.resolve("data"));
        TestingHttpDoor door = new TestingHttpDoor(engine)) {
      Process process = start(List.of(interpreter, file.toString(), door.uri().toString()));
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      assertThat(output).endsWith("done\n");
      assertThat(door.served()).isEqualTo(Operations.ALL);
    }
  }

  private boolean isThere(String... command) throws InterruptedException {
    try {
      Process process = start(List.of(command));
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("AWS_ACCESS_KEY_ID", "key");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "secret");
    builder.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
    builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
    builder.environment().put("AWS_PAGER", "");
    return builder
        .redirectErrorStream(true)
        .redirectInput(new File("/dev/null"))
        .directory(folder.toFile())
        .start();
  }
}
