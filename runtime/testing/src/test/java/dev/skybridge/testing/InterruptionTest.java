package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Terraform;
import dev.skybridge.app.deployment.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Terraform ended in mid-apply, and a life from nothing to nothing. */
@EnabledIf(value = TerraformPresence.CONDITION, disabledReason = TerraformPresence.OTHERWISE)
class InterruptionTest {
  @TempDir private Path temporary;

  @Test
  void interruptedApplyIsMendedByTheNextAndDestroyLeavesNoSocket() throws Exception {
    try (TestingRuntime runtime = TestingRuntime.empty()) {
      Process apply = applyConsumer(runtime);
      Await.until("some of it is applied", () -> resources(runtime) > 5);
      signal(apply, "INT");
      apply.waitFor();
      assertThat(orphans(runtime)).isEmpty();

      runtime.apply();
      for (Deployment deployment : runtime.deployments().all()) {
        TerraformRun plan = runtime.terraform(deployment.name(), "plan", "-detailed-exitcode");
        assertThat(plan.status()).as(plan.output()).isZero();
      }
      Orders.id(runtime.client().send(Orders.tea()));
      assertThat(ProcessHandle.current().descendants()).isNotEmpty();

      for (Deployment deployment : runtime.deployments().all().reversed()) {
        runtime.terraform(deployment.name(), "destroy", "-auto-approve").orThrow();
      }
      assertThat(resources(runtime)).isZero();
      assertThat(Listening.ofInterfaces()).isEmpty();
      Await.until("no table is open", () -> Listening.openFiles(".sqlite").isEmpty());
      Await.until(
          "no child process is left", () -> ProcessHandle.current().descendants().count() == 0);
    }
  }

  @Test
  void killedApplyLeavesWhatStatusNamesWithItsImportLine() throws Exception {
    try (TestingRuntime runtime = TestingRuntime.empty()) {
      Process apply = applyConsumer(runtime);
      // Terraform writes its state after each answer: only what is just being answered is lost.
      Await.until("something is applied that no state knows", () -> stoppedInTime(apply, runtime));
      apply.destroyForcibly().onExit().join();

      List<String> lines = orphans(runtime);
      assertThat(lines)
          .isNotEmpty()
          .allSatisfy(
              line -> assertThat(line).matches("terraform import 'aws_\\w+\\.NAME' '\\S+'"));
      Cli status = Cli.run("status", "--data", runtime.data().root().toString());
      assertThat(status.output()).contains(lines);
    }
  }

  /** Stops Terraform; lets it go on if nothing would be lost. */
  private static boolean stoppedInTime(Process apply, TestingRuntime runtime) throws Exception {
    assertThat(apply.isAlive()).as("Terraform is still at it").isTrue();
    signal(apply, "STOP");
    int before = -1;
    while (before != resources(runtime)) {
      before = resources(runtime);
      if (!orphans(runtime).isEmpty()) {
        return true;
      }
    }
    signal(apply, "CONT");
    return false;
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private Process applyConsumer(TestingRuntime runtime) throws Exception {
    runtime.terraform("consumer", "init", "-input=false").orThrow();
    Deployment consumer = runtime.deployments().named("consumer");
    ProcessBuilder builder =
        new ProcessBuilder(
                Terraform.onPath().orElseThrow().toString(),
                "apply",
                "-auto-approve",
                "-input=false")
            .directory(new Workspace(runtime.data(), consumer).folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("apply.log").toFile());
    builder
        .environment()
        .put("TF_REATTACH_PROVIDERS", runtime.reattach(consumer.account(), consumer.region()));
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    return builder.start();
  }

  private static int resources(TestingRuntime runtime) {
    int count = 0;
    for (var account : runtime.ask(ControlClient.request("status")).path("accounts")) {
      count += account.path("resources").asInt();
    }
    return count;
  }

  /** The import lines of what runs although no state knows it. */
  private static List<String> orphans(TestingRuntime runtime) {
    var request = ControlClient.request("status");
    var states = request.putObject("states");
    for (Deployment deployment : runtime.deployments().all()) {
      states.put(deployment.name(), new Workspace(runtime.data(), deployment).state().toString());
    }
    return runtime
        .ask(request)
        .path("orphans")
        .valueStream()
        .map(orphan -> orphan.path("import").asText())
        .toList();
  }
}
