package dev.skybridge.app.cli;

import dev.skybridge.app.explain.StoryText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explains why a request was refused or let through: gate, statement, where it is written, what is missing.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private SeenRequest request = new SeenRequest();

  @Override
  public Integer call() {
    return request.show("explain", StoryText::lines);
  }
}
