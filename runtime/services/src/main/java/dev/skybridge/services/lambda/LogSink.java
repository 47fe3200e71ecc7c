package dev.skybridge.services.lambda;

import java.util.List;

/** What Lambda needs of CloudWatch Logs. */
@FunctionalInterface
public interface LogSink {
  /** One line of a log, with the time at which it was written, in milliseconds since 1970. */
  record Line(long millis, String text) {}

  /**
   * Appends lines to a stream of the function's log group. Lines that the execution role may not
   * write are dropped without a word, as on AWS.
   */
  void write(Function function, String stream, List<Line> lines);
}
