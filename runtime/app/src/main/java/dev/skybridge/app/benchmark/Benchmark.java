package dev.skybridge.app.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.client.ClientRequest;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.Terraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what a user waits for: start, apply, plan, cold start, warm requests, and the memory it
 * takes.
 *
 * @param program how this program is started
 * @param deployments in the order of apply
 * @param runs how often each figure is taken, 1 or more
 */
public record Benchmark(List<String> program, List<Deployment> deployments, int runs) {
  private static final String TEA = "{\"fullName\":\"Max Mustermann\", \"beverage\":\"tea\"}";
  private static final Pattern INIT = Pattern.compile("Init Duration: ([0-9.]+) ms");
  private static final Pattern MEMORY = Pattern.compile("Max Memory Used: (\\d+) MB");
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
      Files.deleteIfExists(folder);
    }
  }

  private List<Result> starts(Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<String, List<Double>> values = new HashMap<>();
    List<Result> warm = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      progress.accept("Start " + (i + 1) + " of " + runs);
      long start = System.nanoTime();
      try (Instance instance = new Instance(program, folder.resolve("start" + i), false)) {
        JsonNode facts = instance.client();
        ClientRequest client =
            new ClientRequest(
                facts.path("socksPort").asInt(),
                Path.of(facts.path("certificateAuthority").asText()));
        String orders = "https://beverage." + facts.path("domain").asText() + "/v1/orders";
        String order = firstOrder(client, orders);
        add(values, "up", (System.nanoTime() - start) / 1e6);
        add(values, "boot", instance.readyMillis());
        add(values, "order", (System.nanoTime() - start) / 1e6 - instance.readyMillis());
        report(values, instance);
        add(values, "memory", instance.residentMegabytes());
        if (i == runs - 1) {
          warm.addAll(warm(facts, client, order, instance));
        }
      }
    }
    List<Result> results = new ArrayList<>();
    results.add(of(values, "up", "up from snapshot to first 201", "ms"));
    results.add(of(values, "boot", "  of it: process start to serving", "ms"));
    results.add(
        of(values, "order", "  of it: first order (cold function, DynamoDB's start)", "ms"));
    results.add(of(values, "init", "function cold start, init", "ms"));
    results.add(of(values, "functionMemory", "function memory (RSS)", "MB"));
    results.add(of(values, "memory", "runtime memory (RSS) after the first order", "MB"));
    results.addAll(warm);
    return results;
  }

  private static String firstOrder(ClientRequest client, String orders) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      ClientRequest.Answer answer = client.send("POST", orders, TEA);
      if (answer.status() == 201) {
        return answer.json().path("order").path("orderId").asText();
      }
    }
    throw new IOException("no order was taken within 60 s");
  }

  private static void report(Map<String, List<Double>> values, Instance instance) {
    for (String line : instance.reports("beverage-post-order")) {
      Matcher init = INIT.matcher(line);
      Matcher memory = MEMORY.matcher(line);
      if (init.find() && memory.find()) {
        add(values, "init", Double.parseDouble(init.group(1)));
        add(values, "functionMemory", Double.parseDouble(memory.group(1)));
      }
    }
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
      try (Instance instance = new Instance(program, folder.resolve("apply" + i), true)) {
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
