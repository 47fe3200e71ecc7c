package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    description =
        "Tells who would reach what if a plan were applied: the cells of check --matrix that it changes."
            + " Nothing is changed. Exit status: 2 when something opens that was closed.")
final class WhatIfCommand implements Callable<Integer> {
  /** Something opens: for pipelines. */
  private static final int OPENS = 2;

  @Mixin private Place place = new Place();

  @Parameters(
      paramLabel = "PLAN",
      description =
          "What terraform plan -out wrote; or a deployment, or a root's folder: then the plan is made.")
  private String plan = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    TrialApply trial = new TrialApply(place);
    Path file = Path.of(plan).toAbsolutePath().normalize();
    JsonNode changes =
        Files.isRegularFile(file)
            ? trial.of(new PlanFile(file).deployment(place.deployments(), place.data()), file)
            : trial.of(deployment(file));
    var out = Output.of(spec);
    if (json) {
      out.println(Output.pretty(changes));
    } else {
      WhatIfText.lines(changes).forEach(out::println);
    }
    return changes.path("opens").isEmpty() ? 0 : OPENS;
  }

  /** The deployment of that name, or the only one of that root. */
  private Deployment deployment(Path folder) {
    if (!Files.isDirectory(folder)) {
      return place.deployments().named(plan);
    }
    List<Deployment> ofRoot =
        place.deployments().all().stream()
            .filter(one -> one.root().toAbsolutePath().normalize().equals(folder))
            .toList();
    if (ofRoot.size() != 1) {
      throw new UserError(
          "what-if " + plan + ": " + ofRoot.size() + " deployments have this root (expected: 1)",
          "Name the deployment instead: "
              + String.join(", ", place.deployments().all().stream().map(Deployment::name).toList())
              + ".");
    }
    return ofRoot.getFirst();
  }
}
