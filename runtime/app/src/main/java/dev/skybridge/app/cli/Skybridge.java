package dev.skybridge.app.cli;

import dev.skybridge.app.UserError;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole; each command is a class of its own. */
@Command(
    name = "skybridge",
    mixinStandardHelpOptions = true,
    version = "skybridge 0.1.0",
    description = "Private serverless microservices across AWS accounts, on one machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      CurlCommand.class,
      ShellCommand.class,
      AwsCommand.class,
      EnvCommand.class,
      CredentialsCommand.class,
      TraceCommand.class,
      ExplainCommand.class,
      CheckCommand.class,
      WhatIfCommand.class,
      LogsCommand.class,
      DataCommand.class,
      TerraformCommand.class,
      ApplyCommand.class,
      DestroyCommand.class,
      SnapshotCommand.class,
      PrepareCommand.class,
      RehearseCommand.class,
      BenchmarkCommand.class,
    })
public final class Skybridge implements Runnable {
  /** Something the user can mend. */
  static final int FAILED = 1;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  private Skybridge() {}

  /**
   * Runs a command.
   *
   * @return its exit status: 0 when it did what it says, 1 when it could not, 2 when the command
   *     line is wrong
   */
  public static int run(String[] arguments) {
    return line().execute(arguments);
  }

  /** The same with what it prints, answers and complaints alike, on {@code out}. */
  public static int run(PrintWriter out, String... arguments) {
    return line().setOut(out).setErr(out).execute(arguments);
  }

  private static CommandLine line() {
    CommandLine line = new CommandLine(new Skybridge());
    line.setStopAtPositional(false);
    for (String name : new String[] {"aws", "curl", "terraform"}) {
      CommandLine passing = line.getSubcommands().get(name);
      if (passing != null) {
        passing.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
      }
    }
    line.setParameterExceptionHandler(Misspelling::answer);
    line.setExecutionExceptionHandler((e, command, result) -> {
      if (e instanceof UserError error) {
        complain(command.getErr(), error);
        return FAILED;
      }
      if (e instanceof InvalidPathException invalid) {
        complain(
            command.getErr(),
            new UserError(
                "no path of a file: " + invalid.getReason(), "Name a file or folder.", invalid));
        return FAILED;
      }
      throw e;
    });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "Which command?");
  }

  static void complain(PrintWriter out, UserError error) {
    out.println("skybridge: " + error.problem());
    out.println("  " + error.remedy());
    out.flush();
  }
}
