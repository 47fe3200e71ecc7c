package dev.skybridge.app.cli;

import dev.skybridge.app.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    description = "Runs the AWS CLI as an account's administrator.")
final class AwsCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      defaultValue = "",
      description = "A deployment's name or an account's number (default: consumer).")
  private String account = "";

  @Parameters(paramLabel = "ARGS", description = "Passed to aws as they are.")
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("aws"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().entrySet().removeIf(Credentials::misleads);
    builder.environment().putAll(new Credentials(place).environment(account));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UserError(
          "aws: the AWS CLI cannot be started (" + e.getMessage() + ")",
          "Install it (https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html),"
              + " or lead another client here: eval \"$(./skybridge env)\"",
          e);
    }
  }
}
