package dev.skybridge.services.logs;

import static java.util.Objects.requireNonNull;

/**
 * One event of a log.
 *
 * @param millis when it was written, in milliseconds since 1970
 * @param stream the stream that it is in
 * @param message its text, without a line end
 */
public record LogEvent(long millis, String stream, String message) {
  public LogEvent {
    requireNonNull(stream);
    requireNonNull(message);
  }
}
