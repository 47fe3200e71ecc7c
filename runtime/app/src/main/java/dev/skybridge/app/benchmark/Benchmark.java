package dev.skybridge.app.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.client.ClientRequest;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Terraform;
import dev.skybridge.app.preparation.Preparation;
import dev.skybridge.services.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures what a user waits for: start, apply, plan, cold start, warm requests, and the memory it
 * takes.
 *
 * @param program how this program is started
 * @param preparation what makes its starts quick; none where no launcher started it
 * @param deployments in the order of apply
 * @param runs how often each figure is taken, 1 or more
 */
public record Benchmark(
    List<String> program,
    Optional<Preparation> preparation,
    List<Deployment> deployments,
    int runs) {
  private static final int WARM_REQUESTS = 400;

  /** Runs everything; {@code progress} gets a line for each stage. */
  public List<Result> run(Consumer<String> progress) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("skybridge-benchmark-");
    try {
      List<Result> results = new ArrayList<>(starts(folder, progress));
      if (Terraform.onPath().isPresent()) {
        results.addAll(applies(folder, progress));
      } else {
        progress.accept("Terraform is not on the PATH: apply and plan are not measured.");
      }
      return results;
    } finally {
      PrivateFiles.delete(folder);
    }
  }

  /** With everything prepared, and as the first start after a build is. */
  private List<Result> starts(Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    List<String> bare = Preparation.withoutCache(program);
    List<Result> warm = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    if (preparation.isPresent()) {
      Starts starts = new Starts(withoutPreparation(bare), folder, "prepared");
      results.addAll(
          starts.run(
              runs,
              () -> {
                progress.accept("Start, prepared");
                if (!preparation.get().make(bare, ProcessBuilder::start)) {
                  throw new IOException("the rehearsal of a start failed");
                }
                return preparation.get().options();
              },
              (instance, client, facts, order) ->
                  warm.addAll(warm(facts, client, order, instance))));
    } else {
      progress.accept("Not started by ./skybridge: prepared starts are not measured.");
    }
    results.addAll(
        new Starts(withoutPreparation(bare), folder, "first after a build")
            .run(
                runs,
                () -> {
                  progress.accept("Start, first after a build");
                  Path cache = Files.createTempDirectory(folder, "cache");
                  return List.of("-Dskybridge.cache=" + cache);
                },
                (instance, client, facts, order) -> {
                  if (warm.isEmpty()) {
                    warm.addAll(warm(facts, client, order, instance));
                  }
                }));
    results.addAll(warm);
    return results;
  }

  /** Nothing is made in the background of a measurement. */
  private static List<String> withoutPreparation(List<String> program) {
    return program.stream().filter(part -> !part.startsWith("-Dskybridge.aot=")).toList();
  }

  private static List<Result> warm(
      JsonNode facts, ClientRequest client, String order, Instance instance)
      throws IOException, InterruptedException {
    WarmRequests requests =
        new WarmRequests(
            facts.path("socksPort").asInt(),
            client.trust(),
            "beverage." + facts.path("domain").asText(),
            "/v1/orders/" + order);
    Figures one = requests.run(1, 200, WARM_REQUESTS);
    Figures sixteen = requests.run(16, 50, WARM_REQUESTS / 4);
    return List.of(
        Result.percentile("warm GET, 1 connection, p50", "ms", one, 50),
        Result.percentile("warm GET, 1 connection, p99", "ms", one, 99),
        Result.percentile("warm GET, 16 connections, p50", "ms", sixteen, 50),
        Result.percentile("warm GET, 16 connections, p99", "ms", sixteen, 99),
        Result.of(
            "runtime memory (RSS) after the load",
            "MB",
            new Figures(List.of(instance.residentMegabytes()))));
  }

  private List<Result> applies(Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<String, List<Double>> values = new HashMap<>();
    for (int i = 0; i < runs; i++) {
      progress.accept("Apply " + (i + 1) + " of " + runs);
      try (Instance instance =
          new Instance(withoutPreparation(program), folder.resolve("apply" + i), true)) {
        Path log = folder.resolve("terraform.log");
        List<String> quiet = List.of("-input=false", "-no-color");
        terraform(instance, "init", quiet, log);
        add(values, "apply", terraform(instance, "apply", List.of("-auto-approve"), log));
        add(values, "plan", terraform(instance, "plan", List.of("-detailed-exitcode"), log));
        Files.deleteIfExists(log);
      }
    }
    return List.of(
        of(values, "apply", "terraform apply of all deployments from nothing", "ms"),
        of(values, "plan", "terraform plan of all deployments, no changes", "ms"));
  }

  private double terraform(Instance instance, String command, List<String> options, Path log)
      throws IOException, InterruptedException {
    Terraform terraform = Terraform.on(instance.data());
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(options);
    long start = System.nanoTime();
    for (Deployment deployment : deployments) {
      String reattach =
          instance
              .control()
              .ask(
                  ControlClient.request("reattach")
                      .put("account", deployment.account())
                      .put("region", deployment.region()))
              .path("reattach")
              .asText();
      int status = terraform.runQuietly(deployment, reattach, arguments, log);
      if (status != 0) {
        throw new IOException(
            "terraform "
                + command
                + " of "
                + deployment.name()
                + ": status "
                + status
                + "\n"
                + Files.readString(log));
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void add(Map<String, List<Double>> values, String key, double value) {
    values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }

  private static Result of(Map<String, List<Double>> values, String key, String name, String unit) {
    return Result.of(name, unit, new Figures(values.getOrDefault(key, List.of())));
  }
}
