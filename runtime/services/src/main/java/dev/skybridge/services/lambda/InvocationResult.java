package dev.skybridge.services.lambda;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What an invocation came to.
 *
 * @param payload what the function answered, or the description of its error, JSON
 * @param functionError {@code Unhandled} when the function failed (header {@code
 *     X-Amz-Function-Error})
 * @param logTail the last 4 KB of what this invocation wrote to the log
 * @param requestId the id of the invocation
 */
// Payloads are read, never compared and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record InvocationResult(
    byte[] payload, Optional<String> functionError, String logTail, String requestId) {
  public InvocationResult {
    requireNonNull(payload);
    requireNonNull(functionError);
    requireNonNull(logTail);
    requireNonNull(requestId);
  }
}
