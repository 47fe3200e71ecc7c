package dev.skybridge.services.logs;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** FilterLogEvents: a search in several streams of a group. */
final class LogSearch {
  private static final int MOST = 10_000;

  private final LogsService logs;

  LogSearch(LogsService logs) {
    this.logs = logs;
  }

  /**
   * An event that was found.
   *
   * @param id names it within its group, and sorts like its time
   */
  private record Found(String id, LogEvent event) {}

  ApiAnswer filter(ApiCall call) {
    Input input = call.input();
    Arn group = LogNames.group(call);
    call.authorize("logs:FilterLogEvents", LogNames.resource(group, ""), Optional.empty());
    FilterPattern pattern = FilterPattern.parse(input.find("filterPattern").orElse(""));
    long from = input.whole("startTime", 0, Long.MAX_VALUE, 0);
    long to = input.whole("endTime", 0, Long.MAX_VALUE, Long.MAX_VALUE);
    List<Found> all = new ArrayList<>();
    for (String stream : streams(input, group)) {
      int number = 0;
      for (LogEvent event : logs.events(group, stream)) {
        number++;
        if (event.millis() >= from && event.millis() <= to && pattern.matches(event.message())) {
          all.add(new Found(id(event, number), event));
        }
      }
    }
    all.sort(Comparator.comparing(Found::id));
    Page<Found> page =
        Page.of(
            all,
            Found::id,
            input.find("nextToken"),
            input.whole("limit", 1, MOST, MOST),
            LogNames::invalidToken);
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures("events", page.items().stream().map(LogSearch::output).toList())
            .structures("searchedLogStreams", List.of())
            .putIf("nextToken", page.next())
            .build());
  }

  private List<String> streams(Input input, Arn group) {
    List<String> named = input.texts("logStreamNames");
    Optional<String> prefix = input.find("logStreamNamePrefix");
    if (!named.isEmpty() && prefix.isPresent()) {
      throw LogNames.invalid("logStreamNames and logStreamNamePrefix cannot be used together.");
    }
    List<String> there = logs.streams(group);
    for (String name : named) {
      if (!there.contains(name)) {
        throw LogNames.noStream();
      }
    }
    return there.stream()
        .filter(name -> named.isEmpty() || named.contains(name))
        .filter(name -> name.startsWith(prefix.orElse("")))
        .toList();
  }

  private static String id(LogEvent event, int number) {
    return String.format(Locale.ROOT, "%019d:%s:%09d", event.millis(), event.stream(), number);
  }

  private static Output.Structure output(Found found) {
    return Output.Structure.builder()
        .put("logStreamName", found.event().stream())
        .put("timestamp", found.event().millis())
        .put("message", found.event().message())
        .put("ingestionTime", found.event().millis())
        .put("eventId", found.id())
        .build();
  }
}
