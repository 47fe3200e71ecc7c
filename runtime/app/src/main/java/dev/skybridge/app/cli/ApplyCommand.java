package dev.skybridge.app.cli;

import dev.skybridge.app.deployment.Deployment;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Applies all deployments with Terraform: the consumer first, then each account.")
final class ApplyCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    TerraformRuns runs = new TerraformRuns(place);
    for (Deployment deployment : place.deployments().all()) {
      var out = Output.of(spec);
      out.println("== " + deployment.name() + " (account " + deployment.account() + ")");
      out.flush();
      int status = runs.run(deployment, List.of("apply", "-auto-approve", "-input=false"));
      if (status != 0) {
        return status;
      }
    }
    return 0;
  }
}
