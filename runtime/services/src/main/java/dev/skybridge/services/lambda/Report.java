package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What an outcome means to the caller and to the log.
 *
 * @param payload the answer, or the error's description
 * @param functionError {@code Unhandled} for an error
 * @param line one more line in the log
 * @param status what the REPORT line ends with
 * @param fatal whether the environment cannot go on
 * @param reason why the function failed, for people; empty if it did not
 */
// Payloads are read, never compared and never changed.
@SuppressWarnings("ArrayRecordComponent")
record Report(
    byte[] payload,
    Optional<String> functionError,
    Optional<String> line,
    String status,
    boolean fatal,
    String reason) {
  private static final Optional<String> UNHANDLED = Optional.of("Unhandled");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static Report of(Outcome outcome, String requestId, Function function, Instant now) {
    return switch (outcome) {
      case Outcome.Answered answered ->
          new Report(answered.payload(), Optional.empty(), Optional.empty(), "", false, "");
      case Outcome.Failed failed ->
          new Report(
              failed.payload(),
              UNHANDLED,
              Optional.empty(),
              "\tStatus: error\tError Type: " + text(failed.payload(), "errorType"),
              // After a failed initialisation the runtime ends by itself; otherwise it goes on.
              false,
              text(failed.payload(), "errorType") + ": " + text(failed.payload(), "errorMessage"));
      case Outcome.TooLarge tooLarge ->
          error(
              "Function.ResponseSizeTooLarge",
              "Response payload size exceeded maximum allowed payload size ("
                  + RuntimeApi.MAXIMUM_ANSWER
                  + " bytes).",
              false);
      case Outcome.Exited exited ->
          error(
              "Runtime.ExitError", "RequestId: " + requestId + " Error: " + exited.reason(), true);
      case Outcome.TimedOut timedOut -> timedOut(requestId, function, now);
      case Outcome.Ready ready -> throw new IllegalStateException("no outcome");
    };
  }

  private static Report error(String type, String message, boolean fatal) {
    return new Report(
        Json.functionError(type, message),
        UNHANDLED,
        fatal ? Optional.of(message) : Optional.empty(),
        "\tStatus: error\tError Type: " + type,
        fatal,
        message);
  }

  private static Report timedOut(String requestId, Function function, Instant now) {
    String what =
        String.format(
            Locale.ROOT, "Task timed out after %.2f seconds", (double) function.timeout());
    String message = TIME.format(now) + " " + requestId + " " + what;
    return new Report(
        Json.bytes(Json.object().put("errorMessage", message)),
        UNHANDLED,
        Optional.of(message),
        "\tStatus: timeout",
        true,
        what);
  }

  private static String text(byte[] payload, String field) {
    try {
      JsonNode node = new ObjectMapper().readTree(payload);
      return node == null ? "" : node.path(field).asText("");
    } catch (IOException e) {
      return new String(payload, UTF_8);
    }
  }
}
