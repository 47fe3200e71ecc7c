package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.control.ControlClient;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A role's credentials as curl takes them. curl signs itself ({@code --aws-sigv4}, curl 7.75 or
 * later), since it alone knows what it sends.
 *
 * @param region the Region that the signature is for
 */
record SigningRole(String accessKeyId, String secretAccessKey, String sessionToken, String region) {
  static SigningRole assume(ControlClient control, String role) {
    JsonNode answer = control.ask(ControlClient.request("assume").put("role", role));
    return new SigningRole(
        answer.path("accessKeyId").asText(),
        answer.path("secretAccessKey").asText(),
        answer.path("sessionToken").asText(),
        answer.path("region").asText());
  }

  /** Not in the configuration, where an older curl would ignore it. */
  List<String> options() {
    return List.of("--aws-sigv4", "aws:amz:" + region + ":execute-api");
  }

  /**
   * An argument for curl with the parameters of its query in order, if it is a URL: curl 7 signs a
   * query as it stands, while a signature covers the sorted one.
   */
  static String sorted(String argument) {
    int question = argument.indexOf('?');
    int fragment = argument.indexOf('#');
    int end = fragment < 0 ? argument.length() : fragment;
    if (question < 0 || question > end || !argument.matches("(?i)https?://.*")) {
      return argument;
    }
    String query =
        Arrays.stream(argument.substring(question + 1, end).split("&", -1))
            .sorted(Comparator.comparing(pair -> pair.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
    return argument.substring(0, question + 1) + query + argument.substring(end);
  }

  /** Lines of a curl configuration: what is secret must not stand on a command line. */
  String configuration() {
    return """
    user = "%s:%s"
    header = "X-Amz-Security-Token: %s"
    """
        .formatted(accessKeyId, secretAccessKey, sessionToken);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SigningRole[" + accessKeyId + ", " + region + "]";
  }
}
