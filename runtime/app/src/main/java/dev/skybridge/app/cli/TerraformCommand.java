package dev.skybridge.app.cli;

import dev.skybridge.app.UserError;
import dev.skybridge.app.deployment.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "terraform",
    mixinStandardHelpOptions = true,
    description = "Runs Terraform on a deployment against the running runtime.")
final class TerraformCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT",
      description = "consumer, or the name of a file in infrastructure/microservices/accounts.")
  private String name = "";

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "Passed to terraform.")
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    Deployment deployment = place.deployments().named(name);
    if (arguments.isEmpty()) {
      throw new UserError(
          "terraform " + name + ": no command for Terraform",
          "For example: ./skybridge terraform " + name + " plan");
    }
    return new TerraformRuns(place).run(deployment, arguments);
  }
}
