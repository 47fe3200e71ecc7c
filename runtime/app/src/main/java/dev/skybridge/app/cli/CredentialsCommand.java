package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "credentials",
    mixinStandardHelpOptions = true,
    description = "Shows the access key of each account's administrator, and where AWS's API is.")
final class CredentialsCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Output.of(spec);
    JsonNode all = new Credentials(place).all();
    if (json) {
      out.println(Output.pretty(all));
      return 0;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ACCOUNT", "REGION", "ACCESS KEY ID", "SECRET ACCESS KEY"));
    for (JsonNode key : all.path("credentials")) {
      rows.add(
          List.of(
              key.path("account").asText(),
              key.path("region").asText(),
              key.path("accessKeyId").asText(),
              key.path("secretAccessKey").asText()));
    }
    out.println("AWS's API at " + all.path("endpoint").asText());
    Output.table(rows).forEach(out::println);
    return 0;
  }
}
