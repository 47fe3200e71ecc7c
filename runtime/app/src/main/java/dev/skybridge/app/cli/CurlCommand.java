package dev.skybridge.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "curl",
    mixinStandardHelpOptions = true,
    description = "Runs curl as the client instance in the consumer's VPC.")
final class CurlCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "ARGS", description = "Passed to curl as they are.")
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("curl"));
    command.addAll(arguments);
    return new ClientShell(place.data(), place.control()).run(command);
  }
}
