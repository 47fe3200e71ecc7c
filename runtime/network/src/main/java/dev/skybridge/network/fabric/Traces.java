package dev.skybridge.network.fabric;

import dev.skybridge.gate.Trace;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Traces of connections, which have no request id. */
final class Traces {
  private Traces() {}

  /**
   * A trace that begins now.
   *
   * @param what what is tried, in one line: {@code connect host:443}
   */
  static Trace connection(String what) {
    String id = "connect-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Trace trace = new Trace(id, System.currentTimeMillis(), System::nanoTime);
    trace.describe(what);
    return trace;
  }
}
