package dev.skybridge.services.elb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a target group asks its targets whether they are well.
 *
 * @param port the port to ask, empty for the one that takes the traffic
 * @param path what to ask for, with a query or without
 * @param interval from one check to the next
 * @param timeout how long a target may take
 * @param healthyThreshold so many successes in a row make an unhealthy target healthy; 2-10
 * @param unhealthyThreshold so many failures in a row make a target unhealthy; 2-10
 * @param matcher the statuses that are a success
 */
public record HealthCheck(
    Protocol protocol,
    OptionalInt port,
    String path,
    Duration interval,
    Duration timeout,
    int healthyThreshold,
    int unhealthyThreshold,
    Matcher matcher) {

  /**
   * Statuses, as AWS writes them: {@code 200}, {@code 200,403}, {@code 200-299}.
   *
   * @param ranges first and last status of each part
   */
  public record Matcher(String text, List<Range> ranges) {
    /** Statuses from {@code first} to {@code last}. */
    public record Range(int first, int last) {}

    public Matcher {
      ranges = List.copyOf(ranges);
    }

    /**
     * Reads a matcher.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Matcher parse(String text) {
      List<Range> ranges = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        if (!part.matches("[2-5][0-9]{2}(-[2-5][0-9]{2})?")) {
          throw new IllegalArgumentException(
              "matcher: " + text + " (expected: statuses like 200, 200,403 or 200-299)");
        }
        int first = Integer.parseInt(part.substring(0, 3));
        ranges.add(
            new Range(first, part.length() > 3 ? Integer.parseInt(part.substring(4)) : first));
      }
      return new Matcher(text, ranges);
    }

    boolean matches(int status) {
      return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
    }
  }
}
