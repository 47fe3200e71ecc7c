package dev.skybridge.app.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a listing is printed: as lines for people, or as one JSON document. */
final class Listing {
  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  boolean isJson() {
    return json;
  }

  /** The document, or what people are to read of it. */
  void print(JsonNode document, Function<JsonNode, List<String>> lines) {
    PrintWriter out = Output.of(requireNonNull(command));
    if (json) {
      out.println(Output.pretty(document));
    } else {
      lines.apply(document).forEach(out::println);
    }
  }
}
