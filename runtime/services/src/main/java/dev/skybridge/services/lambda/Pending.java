package dev.skybridge.services.lambda;

import dev.skybridge.gate.Trace;
import java.util.concurrent.CompletableFuture;

/**
 * An invocation that an execution environment works on.
 *
 * @param requestId its id
 * @param payload the event, JSON
 * @param deadlineMillis when it times out, in milliseconds since 1970
 * @param functionArn what was invoked
 * @param trace the request that it belongs to
 * @param outcome completed once, by whatever happens first
 */
// Payloads are read, never compared and never changed.
@SuppressWarnings("ArrayRecordComponent")
record Pending(
    String requestId,
    byte[] payload,
    long deadlineMillis,
    String functionArn,
    Trace trace,
    CompletableFuture<Outcome> outcome) {}
