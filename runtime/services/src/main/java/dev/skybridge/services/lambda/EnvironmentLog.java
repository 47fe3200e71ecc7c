package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The log of one execution environment, in AWS's words. Owned by the environment, which calls it
 * from one thread at a time.
 */
final class EnvironmentLog {
  private static final int TAIL = 4096;

  private final Function function;
  private final String stream;
  private final LogSink sink;
  private final OutputFile output;
  private final InstantSource clock;
  private final List<LogSink.Line> lines = new ArrayList<>();

  EnvironmentLog(
      Function function, String stream, LogSink sink, OutputFile output, InstantSource clock) {
    this.function = function;
    this.stream = stream;
    this.sink = sink;
    this.output = output;
    this.clock = clock;
  }

  void add(String text) {
    lines.add(new LogSink.Line(clock.millis(), text));
  }

  /** Adds what the process wrote since the last time. */
  void takeOutput() {
    try {
      output.takeLines().forEach(this::add);
    } catch (IOException e) {
      add("(the output of the process cannot be read: " + e + ")");
    }
  }

  /** Hands the collected lines on, and returns the last 4 KB of them. */
  String flush() {
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line.text()).append('\n'));
    sink.write(function, stream, List.copyOf(lines));
    lines.clear();
    byte[] bytes = all.toString().getBytes(UTF_8);
    return new String(
        Arrays.copyOfRange(bytes, Math.max(0, bytes.length - TAIL), bytes.length), UTF_8);
  }

  /** Milliseconds as AWS writes them, with two decimals. */
  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
  }
}
