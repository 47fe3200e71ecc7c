package dev.skybridge.app.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.client.ClientRequest;
import dev.skybridge.app.control.ControlClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same start again and again, each in a folder of its own, to its first order.
 *
 * @param program how the program is started
 * @param folder where the folders lie
 * @param name what kind of start it is
 */
record Starts(List<String> program, Path folder, String name) {
  private static final String TEA = "{\"fullName\":\"Max Mustermann\", \"beverage\":\"tea\"}";
  private static final Pattern INIT = Pattern.compile("Init Duration: ([0-9.]+) ms");
  private static final Pattern MEMORY = Pattern.compile("Max Memory Used: (\\d+) MB");

  /** What to do with a runtime once it has taken its order. */
  @FunctionalInterface
  interface Then {
    void with(Instance instance, ClientRequest client, JsonNode facts, String order)
        throws IOException, InterruptedException;
  }

  /** What is done before each start, and not measured. */
  @FunctionalInterface
  interface Before {
    List<String> options() throws IOException, InterruptedException;
  }

  /**
   * Measures.
   *
   * @param before gives the JVM options of each start
   * @param last what follows the last start
   */
  List<Result> run(int runs, Before before, Then last) throws IOException, InterruptedException {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (int i = 0; i < runs; i++) {
      List<String> command = new ArrayList<>(program);
      command.addAll(1, before.options());
      Path own = Files.createTempDirectory(folder, "start");
      long spawned = System.currentTimeMillis();
      long start = System.nanoTime();
      try (Instance instance = new Instance(command, own.resolve("data"), false)) {
        JsonNode facts = instance.client();
        ClientRequest client =
            new ClientRequest(
                facts.path("socksPort").asInt(),
                Path.of(facts.path("certificateAuthority").asText()));
        String order =
            firstOrder(client, "https://beverage." + facts.path("domain").asText() + "/v1/orders");
        double whole = (System.nanoTime() - start) / 1e6;
        add(values, "up to first 201, ms", whole);
        parts(values, instance, spawned, whole);
        report(values, instance);
        add(values, "runtime memory (RSS) after the first order, MB", instance.residentMegabytes());
        if (i == runs - 1) {
          last.with(instance, client, facts, order);
        }
      }
      Files.delete(own);
    }
    List<Result> results = new ArrayList<>();
    values.forEach((key, all) -> {
      int unit = key.lastIndexOf(", ");
      results.add(
          Result.of(
              name + ": " + key.substring(0, unit), key.substring(unit + 2), new Figures(all)));
    });
    return results;
  }

  private static String firstOrder(ClientRequest client, String orders) throws IOException {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (System.nanoTime() < deadline) {
      ClientRequest.Answer answer = client.send("POST", orders, TEA);
      if (answer.status() == 201) {
        return answer.json().path("order").path("orderId").asText();
      }
    }
    throw new IOException("no order was taken within a minute");
  }

  private static void parts(
      Map<String, List<Double>> values, Instance instance, long spawned, double whole) {
    JsonNode start = instance.control().ask(ControlClient.request("status")).path("start");
    double sum = start.path("began").asLong() - spawned;
    add(values, "  JVM and command line, ms", sum);
    for (JsonNode stage : start.path("stages")) {
      double millis = stage.path("millis").asDouble();
      add(values, "  " + stage.path("name").asText() + ", ms", millis);
      sum += millis;
    }
    add(values, "  first order, ms", whole - sum);
  }

  private static void report(Map<String, List<Double>> values, Instance instance) {
    for (String line : instance.reports("beverage-post-order")) {
      Matcher init = INIT.matcher(line);
      Matcher memory = MEMORY.matcher(line);
      if (init.find() && memory.find()) {
        add(values, "  function cold start (init), ms", Double.parseDouble(init.group(1)));
        add(values, "  function memory (RSS), MB", Double.parseDouble(memory.group(1)));
      }
    }
  }

  private static void add(Map<String, List<Double>> values, String key, double value) {
    values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }
}
