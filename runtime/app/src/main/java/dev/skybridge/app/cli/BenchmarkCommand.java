package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.Installation;
import dev.skybridge.app.UserError;
import dev.skybridge.app.benchmark.Benchmark;
import dev.skybridge.app.benchmark.Result;
import dev.skybridge.app.preparation.Preparation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description =
        "Measures start, apply, plan, cold start, warm requests and memory; prints medians.")
final class BenchmarkCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Option(names = "--runs", defaultValue = "5", description = "Runs of each figure (default: 5).")
  private int runs;

  @Option(names = "--json", description = "Print JSON behind the table.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = Output.of(spec);
    if (runs < 1) {
      throw new UserError("--runs: " + runs + " (expected: 1 or more)", "Name a number of runs.");
    }
    List<Result> results =
        new Benchmark(
                ThisProgram.command(),
                Preparation.of(new Installation(place.home())),
                place.deployments().all(),
                runs)
            .run(line -> {
              out.println(line);
              out.flush();
            });
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("figure", "median", "min", "max", "n"));
    for (Result result : results) {
      table.add(
          List.of(
              result.name(),
              Result.text(result.median()) + " " + result.unit(),
              Result.text(result.minimum()),
              Result.text(result.maximum()),
              Integer.toString(result.count())));
    }
    Output.table(table).forEach(out::println);
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode document = mapper.createObjectNode();
      document
          .put("java", System.getProperty("java.version"))
          .put("processors", Runtime.getRuntime().availableProcessors())
          .set("results", mapper.valueToTree(results));
      out.println(Output.pretty(document));
    }
    return 0;
  }
}
