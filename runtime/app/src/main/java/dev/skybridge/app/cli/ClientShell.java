package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs a command of this machine as the client instance: curl finds the client's door and its
 * organization's certificate authority in CURL_HOME. No root and no /etc/hosts are needed.
 */
final class ClientShell {
  private final DataFolder data;
  private final ControlClient control;

  ClientShell(DataFolder data, ControlClient control) {
    this.data = data;
    this.control = control;
  }

  int run(List<String> command) throws InterruptedException {
    return run(command, control.ask(ControlClient.request("client")), data.path("client"), "");
  }

  /**
   * The same with more lines in curl's configuration, which only this user can read and which is
   * gone afterwards.
   */
  int run(List<String> command, String configuration) throws InterruptedException {
    JsonNode client = control.ask(ControlClient.request("client"));
    try (TemporaryFolder home = TemporaryFolder.in(data.path("client"))) {
      return run(command, client, home.path(), configuration);
    }
  }

  private int run(List<String> command, JsonNode client, Path home, String configuration)
      throws InterruptedException {
    writeConfiguration(home, client, configuration);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(ClientShell::isProxyVariable);
    environment.put("CURL_HOME", home.toString());
    environment.put("SKYBRIDGE_DATA", data.root().toString());
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UserError(
          command.getFirst() + ": cannot be started (" + e.getMessage() + ")",
          "Install it, or use another client through the door socks5h://127.0.0.1:"
              + client.path("socksPort").asInt()
              + ".",
          e);
    }
  }

  private static void writeConfiguration(Path home, JsonNode client, String more) {
    try {
      Files.createDirectories(home);
      Files.writeString(
          home.resolve(".curlrc"),
          """
          proxy = "socks5h://127.0.0.1:%d"
          cacert = "%s"
          %s\
          """
              .formatted(
                  client.path("socksPort").asInt(),
                  client.path("certificateAuthority").asText(),
                  more));
    } catch (IOException e) {
      throw new UserError(
          home + ": cannot be written (" + e + ")", "Check the data folder's permissions.", e);
    }
  }

  private static boolean isProxyVariable(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("_proxy");
  }
}
