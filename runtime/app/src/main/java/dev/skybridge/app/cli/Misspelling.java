package dev.skybridge.app.cli;

import dev.skybridge.policy.NearName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that is wrong: what is not known, and what was probably meant. */
final class Misspelling {
  /** What shells and picocli return for a command line that is wrong. */
  private static final int USAGE = 2;

  private Misspelling() {}

  static int answer(ParameterException e, String... arguments) {
    CommandLine line = e.getCommandLine();
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      line.getErr().println("skybridge: " + e.getMessage());
      line.usage(line.getErr());
      return USAGE;
    }
    String written = unmatched.getUnmatched().getFirst();
    boolean top = line.getParent() == null;
    String command = top ? "./skybridge" : "./skybridge " + line.getCommandName();
    line.getErr()
        .println(
            "skybridge: "
                + (written.startsWith("-")
                    ? name(written)
                        + ": there is no such option"
                        + NearName.hint(name(written), options(line))
                    : top
                        ? written
                            + ": there is no such command"
                            + NearName.hint(written, commands(line))
                        : written + ": an argument too many"));
    line.getErr().println("  See " + command + " --help.");
    return USAGE;
  }

  /** An option without its value. */
  private static String name(String written) {
    int equals = written.indexOf('=');
    return equals < 0 ? written : written.substring(0, equals);
  }

  private static List<String> options(CommandLine line) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }

  private static List<String> commands(CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
