package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Terraform;
import dev.skybridge.app.deployment.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Lets the real Terraform apply a plan to services that serve nothing, with a copy of the state; so
 * what is known only after an apply is known too. State and services stay as they are.
 */
final class TrialApply {
  private final Place place;
  private final DataFolder data;
  private final ControlClient control;
  private final Terraform terraform;
  private final TerraformRuns runs;

  TrialApply(Place place) {
    this.place = place;
    this.data = place.data();
    this.control = place.control();
    this.terraform = Terraform.on(data);
    this.runs = new TerraformRuns(place);
  }

  /** The changes of a plan that is made for it. */
  JsonNode of(Deployment deployment) throws InterruptedException {
    String reattach = runs.reattach(deployment);
    if (!terraform.isInitialised(deployment)) {
      runs.initialise(deployment, reattach);
    }
    Path plan = data.path("terraform", deployment.name() + ".what-if.plan");
    try {
      run(
          deployment,
          reattach,
          List.of("plan", "-input=false", "-no-color", "-out=" + plan),
          "the plan of " + deployment.name() + " cannot be made");
      return of(deployment, plan);
    } finally {
      delete(plan);
    }
  }

  /** The changes of a plan file. */
  JsonNode of(Deployment deployment, Path plan) throws InterruptedException {
    Path state = data.path("terraform", deployment.name() + ".what-if.tfstate");
    try {
      Path working = new Workspace(data, deployment).state();
      if (Files.exists(working)) {
        Files.copy(working, state, StandardCopyOption.REPLACE_EXISTING);
      }
      String reattach =
          control
              .ask(
                  request("begin")
                      .put("account", deployment.account())
                      .put("region", deployment.region()))
              .path("reattach")
              .asText();
      run(
          deployment,
          reattach,
          List.of(
              "apply",
              "-input=false",
              "-no-color",
              "-state=" + state,
              "-backup=-",
              plan.toString()),
          "the plan of " + deployment.name() + " could not be applied");
      return control.ask(place.request("what-if").put("step", "compare"));
    } catch (IOException e) {
      throw new UserError(state + ": cannot be written (" + e + ")", "Check the data folder.", e);
    } finally {
      control.ask(request("end"));
      delete(state);
    }
  }

  private void run(Deployment deployment, String reattach, List<String> arguments, String failure)
      throws InterruptedException {
    Path log = data.path("terraform", deployment.name() + ".what-if.log");
    try {
      if (terraform.runQuietly(deployment, reattach, arguments, log) != 0) {
        throw new UserError(
            failure + ":\n" + Files.readString(log), "Mend what it says and try again.");
      }
    } catch (IOException e) {
      throw new UserError(log + ": cannot be read (" + e + ")", "Check the data folder.", e);
    } finally {
      delete(log);
    }
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode request(String step) {
    return ControlClient.request("what-if").put("step", step);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be deleted (" + e + ")", "Delete it yourself.", e);
    }
  }
}
