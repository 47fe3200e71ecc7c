package dev.skybridge.app.cli;

import dev.skybridge.app.Ports;
import dev.skybridge.app.boot.Boot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Orders tea and a hamburger across accounts, looks them up, and shows the way each request took;"
            + " on the running runtime, or on one of its own that it starts and ends.")
final class DemoCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = Output.of(spec);
    if (place.control().isRunning()) {
      out.println("Using the runtime on " + place.data().root() + ".");
      return new DemoTour(place, out).run() ? 0 : Skybridge.FAILED;
    }
    Path folder = Files.createTempDirectory("skybridge-demo-");
    Place own = place.at(folder.resolve("data"));
    try (Boot boot =
        Boot.start(
            own.plan(Boot.Source.SNAPSHOT, Ports.FREE),
            line -> {
              out.println(line);
              out.flush();
            })) {
      Runtime.getRuntime().addShutdownHook(new Thread(boot::close, "shutdown"));
      out.println("Started a runtime of this demo's own, in " + own.data().root() + ".");
      return new DemoTour(own, out).run() ? 0 : Skybridge.FAILED;
    } finally {
      own.data().delete();
      Files.deleteIfExists(folder);
    }
  }
}
