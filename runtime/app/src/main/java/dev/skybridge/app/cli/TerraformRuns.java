package dev.skybridge.app.cli;

import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Terraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Terraform on deployments of the running runtime, initialised when needed. */
final class TerraformRuns {
  private final DataFolder data;
  private final ControlClient control;
  private final Terraform terraform;

  TerraformRuns(Place place) {
    this.data = place.data();
    this.control = place.control();
    this.terraform = Terraform.on(data);
  }

  /** Runs a command on the user's terminal; returns Terraform's exit status. */
  int run(Deployment deployment, List<String> arguments) throws InterruptedException {
    String reattach = reattach(deployment);
    if (!arguments.getFirst().equals("init") && !terraform.isInitialised(deployment)) {
      initialise(deployment, reattach);
    }
    return terraform.run(deployment, reattach, arguments);
  }

  void initialise(Deployment deployment, String reattach) throws InterruptedException {
    Path log = data.path("terraform", deployment.name() + ".init.log");
    try {
      Files.createDirectories(data.path("terraform"));
      int status =
          terraform.runQuietly(
              deployment, reattach, List.of("init", "-input=false", "-no-color"), log);
      if (status != 0) {
        throw new UserError(
            "terraform init of " + deployment.name() + " failed:\n" + Files.readString(log),
            "Mend what it says and try again.");
      }
    } catch (IOException e) {
      throw new UserError(log + ": cannot be read (" + e + ")", "Check the data folder.", e);
    }
  }

  String reattach(Deployment deployment) {
    return control
        .ask(
            ControlClient.request("reattach")
                .put("account", deployment.account())
                .put("region", deployment.region()))
        .path("reattach")
        .asText();
  }
}
