package dev.skybridge.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    description = "Opens your shell as the client instance: plain curl reaches the private names.")
final class ShellCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    String shell = System.getenv().getOrDefault("SHELL", "/bin/sh");
    Output.of(spec).println("You are the client instance now; leave with exit.");
    Output.of(spec).flush();
    return new ClientShell(place.data(), place.control()).run(List.of(shell));
  }
}
