package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.control.ControlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signs requests to an API as a role, with AWS's own signer. */
record RoleSigner(Signed credentials) {
  /**
   * A session of a role.
   *
   * @throws dev.skybridge.app.UserError when it may not be assumed
   */
  static RoleSigner assume(TestingRuntime runtime, String role) {
    JsonNode assumed = runtime.ask(ControlClient.request("assume").put("role", role));
    return new RoleSigner(
        new Signed(
            assumed.path("accessKeyId").asText(),
            assumed.path("secretAccessKey").asText(),
            assumed.path("sessionToken").asText(),
            assumed.path("region").asText()));
  }

  Request sign(Request request) {
    return credentials.sign(request, Signed.Way.GOOD);
  }

  Request sign(Request request, Instant when) {
    Duration age = Duration.between(when, Instant.now());
    return credentials.sign(request, new Signed.Way(Signed.Fault.NONE, age, Optional.empty()));
  }
}
