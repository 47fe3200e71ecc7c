package dev.skybridge.services.lambda;

/** How one phase of an execution environment ended. */
// Payloads are read, never compared and never changed.
@SuppressWarnings("ArrayRecordComponent")
sealed interface Outcome {
  /** Initialised: the runtime asks for its first invocation. */
  record Ready() implements Outcome {}

  /** The function answered. */
  record Answered(byte[] payload) implements Outcome {}

  /** The runtime reported an error, in initialisation or from the handler; JSON. */
  record Failed(byte[] payload) implements Outcome {}

  /** The answer was larger than Lambda takes. */
  record TooLarge() implements Outcome {}

  /** The process ended; the status is as a shell gives it: 128 + signal for a killed one. */
  record Exited(int status) implements Outcome {
    /** In AWS's words. */
    String reason() {
      return switch (status) {
        case 0 -> "Runtime exited without providing a reason";
        case 128 + 9 -> "Runtime exited with error: signal: killed";
        case 128 + 6 -> "Runtime exited with error: signal: aborted";
        case 128 + 11 -> "Runtime exited with error: signal: segmentation fault";
        case 128 + 15 -> "Runtime exited with error: signal: terminated";
        default -> "Runtime exited with error: exit status " + status;
      };
    }
  }

  /** Nothing came in time. */
  record TimedOut() implements Outcome {}
}
