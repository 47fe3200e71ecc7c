package dev.skybridge.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "curl",
    mixinStandardHelpOptions = true,
    description = "Runs curl as the client instance in the consumer's VPC.",
    footer = {
      "",
      "With --as, curl signs each request for execute-api with an hour's credentials of the role:",
      "  ./skybridge curl --as food-reader https://food.cross-account-microservices.com/v1/orders"
    })
final class CurlCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      description =
          "Sign as this role, by name or ARN, of any account; comes before curl's own arguments.")
  private String role = "";

  @Parameters(paramLabel = "ARGS", description = "Passed to curl as they are.")
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    ClientShell shell = new ClientShell(place.data(), place.control());
    List<String> command = new ArrayList<>(List.of("curl"));
    if (role.isEmpty()) {
      command.addAll(arguments);
      return shell.run(command);
    }
    SigningRole signing = SigningRole.assume(place.control(), role);
    command.addAll(signing.options());
    arguments.forEach(argument -> command.add(SigningRole.sorted(argument)));
    return shell.run(command, signing.configuration());
  }
}
