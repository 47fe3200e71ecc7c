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
    name = "destroy",
    mixinStandardHelpOptions = true,
    description = "Destroys all deployments with Terraform: the accounts first, the consumer last.")
final class DestroyCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    TerraformRuns runs = new TerraformRuns(place);
    for (Deployment deployment : place.deployments().all().reversed()) {
      var out = Output.of(spec);
      out.println("== " + deployment.name() + " (account " + deployment.account() + ")");
      out.flush();
      int status = runs.run(deployment, List.of("destroy", "-auto-approve", "-input=false"));
      if (status != 0) {
        return status;
      }
    }
    return 0;
  }
}
