package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

/** How an invocation ended. */
public sealed interface InvokeResult {
  /** The handler returned; {@code payload} is what it wrote. Not copied: do not change it. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Returned(byte[] payload) implements InvokeResult {
    public Returned {
      requireNonNull(payload);
    }
  }

  /** The function failed: it threw, ran out of its own time, crashed, or wrote too much. */
  record Failed(String reason) implements InvokeResult {
    public Failed {
      requireNonNull(reason);
    }
  }

  /** Lambda did not take the invocation: no concurrency is left. */
  record Throttled(String reason) implements InvokeResult {
    public Throttled {
      requireNonNull(reason);
    }
  }

  /** The event is larger than Lambda takes. */
  record TooLarge(String reason) implements InvokeResult {
    public TooLarge {
      requireNonNull(reason);
    }
  }

  /** No answer came within the integration's time-out. */
  record TimedOut() implements InvokeResult {}
}
