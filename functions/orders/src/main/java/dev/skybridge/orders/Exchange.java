package dev.skybridge.orders;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/** One event in, one answer out, whatever happens in between. */
final class Exchange {
  private Exchange() {}

  /**
   * Answers an event. A {@link ProblemException} becomes an answer of its status; a {@link
   * TableException} becomes a 503 when it may pass and a 500 when not, without details, which go to
   * the log.
   */
  static void run(
      InputStream input, OutputStream output, Context context, Function<Event, Answer> function)
      throws IOException {
    answer(Event.read(input), context, function).write(output);
  }

  private static Answer answer(Event event, Context context, Function<Event, Answer> function) {
    try {
      return function.apply(event);
    } catch (ProblemException e) {
      return Answer.problem(e.status(), e.sentence());
    } catch (TableException e) {
      context.getLogger().log(logLine(context.getAwsRequestId(), e));
      return e.passing()
          ? Answer.problem(503, "Service unavailable, try again").with("Retry-After", "1")
          : Answer.problem(500, "Internal server error");
    }
  }

  private static String logLine(String requestId, TableException trouble) {
    return Json.text(json -> {
      json.writeStartObject();
      json.writeStringField("level", trouble.passing() ? "WARN" : "ERROR");
      json.writeStringField("requestId", requestId);
      json.writeStringField("message", "table: " + trouble.getMessage());
      json.writeEndObject();
    });
  }
}
