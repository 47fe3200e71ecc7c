package dev.skybridge.app.cli;

import dev.skybridge.app.Installation;
import dev.skybridge.app.UserError;
import dev.skybridge.app.preparation.Preparation;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description =
        "Makes the caches with which the next starts are quick, and waits for them; `up` makes them"
            + " in the background too.")
final class PrepareCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Preparation preparation =
        Preparation.of(new Installation(place.home()))
            .orElseThrow(() ->
                new UserError(
                    "there is no place for caches", "Start this by ./skybridge prepare."));
    var out = Output.of(spec);
    if (!preparation.isDone()) {
      out.println("Rehearsing a start...");
      out.flush();
      make(preparation);
    }
    out.println("Everything is ready for quick starts.");
    return 0;
  }

  private static void make(Preparation preparation) throws InterruptedException {
    try {
      if (!preparation.make(ThisProgram.command(), ProcessBuilder::start)) {
        throw new UserError("the rehearsal of a start failed", "See what fails: ./skybridge demo");
      }
    } catch (IOException e) {
      throw new UserError(
          "the caches cannot be made (" + e + ")",
          "Check the permissions of runtime/app/target.",
          e);
    }
  }
}
