package dev.skybridge.app.cli;

import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Shows the gates that a request passed, and the one that refused it.")
final class TraceCommand implements Callable<Integer> {
  @Mixin private SeenRequest request = new SeenRequest();

  @Option(names = "--list", description = "List the latest requests instead, the newest last.")
  private boolean list;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "20",
      description = "With --list: how many (default: 20).")
  private int lines;

  @Override
  public Integer call() {
    if (!list) {
      return request.show("trace", TraceText::lines);
    }
    if (lines < 1) {
      throw new UserError("-n: " + lines + " (expected: 1 or more)", "Name a number of requests.");
    }
    request
        .listing()
        .print(
            request.place().control().ask(ControlClient.request("traces").put("lines", lines)),
            TraceText::list);
    return 0;
  }
}
