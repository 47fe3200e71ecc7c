package dev.skybridge.testing;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The AWS SDK for JavaScript 3, its packages installed once, below the build's folder. What uses it
 * is skipped, and says so, where Node.js, npm or the network is missing; a package that cannot be
 * installed for another reason fails.
 */
final class JavaScriptSdk {
  private static final Path FOLDER =
      TestingRuntime.home().resolve("runtime/testing/target/clients-javascript");
  private static final Path INSTALLED = FOLDER.resolve("installed.json");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What npm says where it cannot reach its registry. */
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH"
              + "|ERR_SOCKET_TIMEOUT|npm error network");

  private JavaScriptSdk() {}

  /** Skips the test where the SDK cannot be here; installs it where it is not yet. */
  static void assumeIsThere() throws IOException, InterruptedException {
    assumeTrue(ClientPrograms.isThere("node", "--version"), "node is not on the PATH");
    assumeTrue(ClientPrograms.isThere("npm", "--version"), "npm is not on the PATH");
    Path wanted = ClientPrograms.SCRIPTS.resolve("package.json");
    if (Files.exists(INSTALLED) && Files.mismatch(wanted, INSTALLED) < 0) {
      return;
    }
    Files.createDirectories(FOLDER);
    Files.copy(wanted, FOLDER.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
    ClientPrograms.Run npm =
        ClientPrograms.run(
            Map.of(),
            FOLDER,
            List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--no-package-lock"),
            PATIENCE);
    assumeFalse(
        npm.status() != 0 && UNREACHABLE.matcher(npm.output()).find(),
        "npm cannot reach its registry");
    if (npm.status() != 0) {
      throw new IllegalStateException("npm could not install the SDK:\n" + npm.output());
    }
    Files.copy(wanted, INSTALLED, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Runs one of the project's scripts. */
  static ClientPrograms.Run run(
      Map<String, String> environment, String script, List<String> arguments)
      throws InterruptedException {
    try {
      Path copy = FOLDER.resolve(script);
      Files.copy(ClientPrograms.SCRIPTS.resolve(script), copy, StandardCopyOption.REPLACE_EXISTING);
      Map<String, String> variables = new TreeMap<>(environment);
      variables.put("NODE_NO_WARNINGS", "1");
      List<String> command = ClientPrograms.command("node", List.of(script));
      command.addAll(arguments);
      return ClientPrograms.run(variables, FOLDER, command, ClientPrograms.PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
