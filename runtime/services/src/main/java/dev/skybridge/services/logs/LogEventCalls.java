package dev.skybridge.services.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations that write and read the events of one stream. */
final class LogEventCalls {
  private static final int MOST = 10_000;

  /** What a call may bring, in bytes, each event counted with this much more. */
  private static final int BYTES = 1_048_576;

  private static final int OVERHEAD = 26;
  private static final Duration TOO_OLD = Duration.ofDays(14);
  private static final Duration TOO_NEW = Duration.ofHours(2);

  private final LogsService logs;
  private final InstantSource clock;

  LogEventCalls(LogsService logs, InstantSource clock) {
    this.logs = logs;
    this.clock = clock;
  }

  /**
   * PutLogEvents; what is too old or too new is told and dropped.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
   */
  ApiAnswer put(ApiCall call) {
    Arn group = LogNames.group(call);
    String stream = LogNames.stream(call);
    call.authorize("logs:PutLogEvents", LogNames.resource(group, stream), Optional.empty());
    if (!logs.hasStream(group, stream)) {
      throw LogNames.noStream();
    }
    List<LogEvent> events = events(call.input(), stream);
    long oldest = clock.millis() - TOO_OLD.toMillis();
    long newest = clock.millis() + TOO_NEW.toMillis();
    int oldEnd = (int) events.stream().filter(event -> event.millis() < oldest).count();
    int newStart = (int) events.stream().filter(event -> event.millis() <= newest).count();
    logs.append(group, stream, events.subList(oldEnd, Math.max(oldEnd, newStart)));
    Output.Builder rejected = Output.Structure.builder();
    if (newStart < events.size()) {
      rejected.put("tooNewLogEventStartIndex", newStart);
    }
    if (oldEnd > 0) {
      rejected.put("tooOldLogEventEndIndex", oldEnd);
    }
    Output.Builder answer = Output.Structure.builder();
    if (newStart < events.size() || oldEnd > 0) {
      answer.put("rejectedLogEventsInfo", rejected);
    }
    return ApiAnswer.of(answer.put("nextSequenceToken", "0").build());
  }

  private static List<LogEvent> events(Input input, String stream) {
    List<LogEvent> events = new ArrayList<>();
    long bytes = 0;
    long before = 0;
    for (Input each : input.structures("logEvents")) {
      LogEvent event =
          new LogEvent(each.whole("timestamp", 0, Long.MAX_VALUE, 0), stream, each.text("message"));
      if (event.millis() < before) {
        throw LogNames.invalid(
            "Log events in a single PutLogEvents request must be in chronological order.");
      }
      before = event.millis();
      bytes += event.message().getBytes(UTF_8).length + OVERHEAD;
      events.add(event);
    }
    if (events.isEmpty() || events.size() > MOST) {
      throw LogNames.invalid(
          "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member"
              + " must have length between 1 and "
              + MOST);
    }
    if (bytes > BYTES) {
      throw LogNames.invalid("Upload too large: " + bytes + " bytes exceeds limit of " + BYTES);
    }
    return events;
  }

  /** GetLogEvents; its tokens are places between events, and the end's token leads to the end. */
  ApiAnswer get(ApiCall call) {
    Input input = call.input();
    Arn group = LogNames.group(call);
    String stream = LogNames.stream(call);
    call.authorize("logs:GetLogEvents", LogNames.resource(group, stream), Optional.empty());
    if (!logs.hasStream(group, stream)) {
      throw LogNames.noStream();
    }
    long from = input.whole("startTime", 0, Long.MAX_VALUE, 0);
    long to = input.whole("endTime", 0, Long.MAX_VALUE, Long.MAX_VALUE);
    List<LogEvent> all =
        logs.events(group, stream).stream()
            .filter(event -> event.millis() >= from && event.millis() < to)
            .toList();
    int limit = (int) input.whole("limit", 1, MOST, MOST);
    Optional<String> token = input.find("nextToken");
    boolean forward =
        token.map(text -> text.startsWith("f/")).orElse(input.flag("startFromHead", false));
    int place = token.map(LogEventCalls::place).orElse(forward ? 0 : all.size());
    int bounded = Math.min(place, all.size());
    int start = forward ? bounded : Math.max(0, bounded - limit);
    int end = forward ? Math.min(all.size(), bounded + limit) : bounded;
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(
                "events", all.subList(start, end).stream().map(LogEventCalls::output).toList())
            .put("nextForwardToken", "f/" + end)
            .put("nextBackwardToken", "b/" + start)
            .build());
  }

  private static int place(String token) {
    if (!token.matches("[fb]/\\d{1,9}")) {
      throw LogNames.invalidToken();
    }
    return Integer.parseInt(token.substring(2));
  }

  private static Output.Structure output(LogEvent event) {
    return Output.Structure.builder()
        .put("timestamp", event.millis())
        .put("message", event.message())
        .put("ingestionTime", event.millis())
        .build();
  }
}
