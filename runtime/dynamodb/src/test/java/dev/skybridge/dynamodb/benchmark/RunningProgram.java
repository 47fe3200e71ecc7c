package dev.skybridge.dynamodb.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Some of what a program has done when it comes to use the engine: JSON, lambdas, records as keys,
 * switches over sealed types, threads, files, random ids, the logger that libraries ask for. It
 * uses no class of the engine, of SQLite or of JDBC.
 */
final class RunningProgram {
  private static final Pattern WORD = Pattern.compile("[a-z]+(-[0-9]+)?");

  private RunningProgram() {}

  private sealed interface Shape {
    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}
  }

  /** Does it; the answer depends on all of it, so that nothing is left out. */
  static int run(Path folder) throws IOException {
    int sum = 0;
    for (int round = 0; round < 3; round++) {
      sum += json(round) + shapes(round) + threads(round) + files(folder, round);
    }
    LoggerFactory.getLogger(RunningProgram.class).info("ran");
    return sum;
  }

  private static int json(int round) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode item = mapper.readTree(Workload.item(round).getBytes(StandardCharsets.UTF_8));
    return mapper.writeValueAsBytes(item).length + item.at("/pk/S").asText().length();
  }

  private static int shapes(int round) {
    Map<Shape, String> names = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      names.put(i % 2 == 0 ? new Shape.Circle(i + round) : new Shape.Square(i), "shape-" + i);
    }
    Map<Boolean, List<String>> parts =
        names.entrySet().stream()
            .filter(entry -> area(entry.getKey()) > 1)
            .map(entry -> entry.getValue() + ":" + entry.getKey())
            .sorted()
            .collect(Collectors.partitioningBy(text -> WORD.matcher(text).lookingAt()));
    return parts.values().stream().mapToInt(List::size).sum();
  }

  private static int area(Shape shape) {
    return switch (shape) {
      case Shape.Circle circle -> 3 * circle.radius() * circle.radius();
      case Shape.Square(int side) -> side * side;
    };
  }

  private static int threads(int round) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> answer.complete(UUID.randomUUID() + "/" + round));
    CompletableFuture<Integer> length = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> length.complete(answer.join().length()));
    return length.join();
  }

  private static int files(Path folder, int round) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("file-" + round), "round " + round);
    try (var files = Files.list(folder)) {
      return (int) files.count() + Files.readString(file).length();
    }
  }
}
