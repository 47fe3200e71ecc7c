package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.policy.NearName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The administrators' access keys, as the running runtime has them. */
final class Credentials {
  private final Place place;

  Credentials(Place place) {
    this.place = place;
  }

  JsonNode all() {
    return place.control().ask(ControlClient.request("credentials"));
  }

  /**
   * What AWS's CLI and SDKs look for in the environment.
   *
   * @param account a deployment's name or an account's number; empty for the first deployment's
   */
  SequencedMap<String, String> environment(String account) {
    String number =
        account.isEmpty()
            ? place.deployments().all().getFirst().account()
            : place.deployments().account(account);
    JsonNode all = all();
    for (JsonNode key : all.path("credentials")) {
      if (key.path("account").asText().equals(number)) {
        SequencedMap<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL", all.path("endpoint").asText());
        variables.put("AWS_ACCESS_KEY_ID", key.path("accessKeyId").asText());
        variables.put("AWS_SECRET_ACCESS_KEY", key.path("secretAccessKey").asText());
        variables.put("AWS_REGION", key.path("region").asText());
        variables.put("AWS_DEFAULT_REGION", key.path("region").asText());
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        return variables;
      }
    }
    List<String> numbers = new ArrayList<>();
    all.path("credentials").forEach(key -> numbers.add(key.path("account").asText()));
    throw new UserError(
        "account " + number + ": there is none here" + NearName.hint(number, numbers),
        "Use one of: " + String.join(", ", numbers) + ".");
  }

  /** What would lead a client elsewhere, and must not be set. */
  static boolean misleads(Map.Entry<String, String> variable) {
    String name = variable.getKey();
    return name.equals("AWS_SESSION_TOKEN")
        || name.equals("AWS_PROFILE")
        || name.equals("AWS_DEFAULT_PROFILE")
        || name.startsWith("AWS_ENDPOINT_URL_");
  }
}
