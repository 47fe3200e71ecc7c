package dev.skybridge.dynamodb.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Prints rows as they come, and keeps them as JSON. */
final class Report {
  private final ObjectMapper mapper = new ObjectMapper();
  private final ObjectNode root = mapper.createObjectNode();
  private final ArrayNode rows = root.putArray("loads");
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
    out.printf(
        "%-15s %-34s %7s %10s %9s %9s %11s %8s%n",
        "target", "what", "callers", "per s", "p50 ms", "p99 ms", "CPU us/op", "syncs/s");
  }

  void value(String name, double value, String unit) {
    root.putObject(name).put("value", value).put("unit", unit);
    out.printf(Locale.ROOT, "%-50s %10.1f %s%n", name, value, unit);
  }

  /** Something that was left out, and why. */
  void note(String text) {
    root.withArray("notes").add(text);
    out.println(text);
  }

  void load(Target target, String what, Load load) {
    rows.addObject()
        .put("target", target.name())
        .put("what", what)
        .put("callers", load.threads())
        .put("perSecond", load.perSecond())
        .put("p50Millis", load.p50())
        .put("p99Millis", load.p99())
        .put("processorMicros", load.processorMicros())
        .put("syncsPerSecond", load.syncs());
    out.printf(
        Locale.ROOT,
        "%-15s %-34s %7d %10.0f %9.3f %9.3f %11.1f %8s%n",
        target.name(),
        what,
        load.threads(),
        load.perSecond(),
        load.p50(),
        load.p99(),
        load.processorMicros(),
        load.syncs() < 0 ? "-" : String.format(Locale.ROOT, "%.0f", load.syncs()));
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
