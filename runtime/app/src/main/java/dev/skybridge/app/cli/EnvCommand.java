package dev.skybridge.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "env",
    mixinStandardHelpOptions = true,
    description =
        "Prints shell commands that lead AWS's CLI and SDKs here: eval \"$(./skybridge env)\".")
final class EnvCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      defaultValue = "",
      description = "A deployment's name or an account's number (default: consumer).")
  private String account = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Output.of(spec);
    new Credentials(place)
        .environment(account)
        .forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
    out.println("unset AWS_SESSION_TOKEN AWS_PROFILE AWS_DEFAULT_PROFILE");
    return 0;
  }
}
