package dev.skybridge.app.cli;

import dev.skybridge.app.Installation;
import dev.skybridge.app.Ports;
import dev.skybridge.app.boot.Boot;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.preparation.Preparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A start, some orders and the short commands on data of its own, while the JVM takes notes for an
 * AOT cache. It ends when its standard input does: whoever wanted it is gone then.
 */
@Command(name = "rehearse", hidden = true, description = "Started by prepare and up.")
final class RehearseCommand implements Callable<Integer> {
  private static final Duration FUNCTION_CACHES = Duration.ofMinutes(2);

  @Mixin private Place place = new Place();

  @Option(names = "--keys", description = "Only fill the stock of keys.")
  private boolean keysOnly;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Thread.ofPlatform().daemon().name("parent").start(RehearseCommand::endWithParent);
    boolean good = keysOnly || rehearse();
    Preparation.makeKeys(new Installation(place.home()));
    return good ? 0 : Skybridge.FAILED;
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(Skybridge.FAILED);
    }
  }

  private boolean rehearse() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("skybridge-rehearsal-");
    Place own = place.at(folder.resolve("data"));
    try {
      boolean good;
      try (Boot boot = boot(own)) {
        good = new DemoTour(own, new PrintWriter(Writer.nullWriter())).run();
        good &= boot.runtime().awaitFunctionCaches(FUNCTION_CACHES);
        shortCommands(own);
      }
      // Once more, from what the first start left.
      try (Boot boot = boot(own)) {
        own.control().ask(ControlClient.request("client"));
        boot.runtime().stop();
      }
      return good;
    } finally {
      own.data().delete();
      Files.deleteIfExists(folder);
    }
  }

  private static Boot boot(Place own) {
    return Boot.start(own.plan(Boot.Source.SNAPSHOT, Ports.FREE), _ -> {});
  }

  /** A mistyped command line is one of them: what prints its error is loaded with the rest. */
  private static void shortCommands(Place own) {
    String data = "--data=" + own.data().root();
    int status =
        Skybridge.run(new String[] {"status", data})
            + Skybridge.run(new String[] {"status", data, "--json"})
            + Skybridge.run(new String[] {"trace", data})
            + Skybridge.run(new String[] {"logs", data, "beverage-post-order"})
            + Skybridge.run(new String[] {"curl", "--help"})
            + Skybridge.run(new String[] {"down", "--help"});
    if (status != 0 || Skybridge.run(new String[] {"status", "--no-such-option"}) == 0) {
      throw new IllegalStateException("a short command failed");
    }
  }
}
