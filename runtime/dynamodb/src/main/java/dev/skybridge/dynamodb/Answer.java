package dev.skybridge.dynamodb;

import static java.util.Objects.requireNonNull;

/**
 * What the engine answers.
 *
 * @param status of HTTP: 200, 400 or 500
 * @param body JSON: the operation's answer, or an error with its {@code __type} and {@code message}
 */
// Read once, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, byte[] body) {
  public Answer {
    requireNonNull(body);
  }
}
