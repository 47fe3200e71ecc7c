package dev.skybridge.app.cli;

import dev.skybridge.app.UserError;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Snapshots;
import dev.skybridge.app.deployment.StateFile;
import dev.skybridge.app.deployment.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description =
        "Writes the state of each deployment as applied, without machine and build, to infrastructure/snapshot.")
final class SnapshotCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Another folder than infrastructure/snapshot.")
  private @Nullable Path target;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Snapshots snapshots = new Snapshots(target == null ? place.snapshots() : target);
    for (Deployment deployment : place.deployments().all()) {
      Path state = new Workspace(place.data(), deployment).state();
      if (!Files.exists(state)) {
        throw new UserError(
            "deployment "
                + deployment.name()
                + ": not applied on data folder "
                + place.data().root(),
            "Apply first: ./skybridge up --empty --detach && ./skybridge apply");
      }
      Path file = snapshots.file(deployment);
      Snapshots.strip(StateFile.read(state)).write(file);
      Output.of(spec).println("Wrote " + file);
    }
    return 0;
  }
}
