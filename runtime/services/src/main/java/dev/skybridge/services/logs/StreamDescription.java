package dev.skybridge.services.logs;

import dev.skybridge.policy.Arn;
import dev.skybridge.services.api.Output;
import java.util.Comparator;
import java.util.List;

/**
 * What is told of a stream.
 *
 * @param name its name
 * @param first the time of its first event, in milliseconds since 1970; -1 without events
 * @param last the time of its last event; -1 without events
 */
record StreamDescription(String name, long first, long last) {
  static StreamDescription of(String name, List<LogEvent> events) {
    return events.isEmpty()
        ? new StreamDescription(name, -1, -1)
        : new StreamDescription(name, events.getFirst().millis(), events.getLast().millis());
  }

  static Comparator<StreamDescription> order(boolean byTime, boolean descending) {
    Comparator<StreamDescription> byName = Comparator.comparing(StreamDescription::name);
    Comparator<StreamDescription> order =
        byTime ? Comparator.comparingLong(StreamDescription::last).thenComparing(byName) : byName;
    return descending ? order.reversed() : order;
  }

  Output.Structure output(Arn group) {
    Output.Builder description = Output.Structure.builder().put("logStreamName", name);
    if (first >= 0) {
      description
          .put("firstEventTimestamp", first)
          .put("lastEventTimestamp", last)
          .put("lastIngestionTime", last);
    }
    return description
        .put("arn", LogNames.resource(group, name).toString())
        .put("storedBytes", 0)
        .build();
  }
}
