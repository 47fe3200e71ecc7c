package dev.skybridge.app.cli;

import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import dev.skybridge.app.data.FolderLock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops the running runtime; orders and infrastructure stay in the data folder.")
final class DownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin private Place place = new Place();

  @Option(names = "--delete", description = "Delete the data folder too: orders, states, keys.")
  private boolean delete;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    DataFolder folder = place.data();
    var out = Output.of(spec);
    if (place.control().isRunning()) {
      place.control().ask(ControlClient.request("stop"));
      awaitEnd(folder);
      out.println("Stopped.");
    } else {
      out.println("No runtime runs on " + folder.root() + ".");
    }
    if (delete) {
      folder.delete();
      out.println("Deleted " + folder.root() + ".");
    }
    return 0;
  }

  private static void awaitEnd(DataFolder folder) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (FolderLock.isHeld(folder)) {
      if (System.nanoTime() > deadline) {
        throw new UserError(
            "the runtime on "
                + folder.root()
                + " did not end within "
                + PATIENCE.toSeconds()
                + " s",
            "End its process: skybridge status names its pid.");
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }
}
