package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The matrix of several microservices: each is reached as the first, and by nobody else. The system
 * property {@code skybridge.microservices} says how many there are beside food (default: 2).
 */
class MatrixScaleTest {
  private static final int COUNT = Integer.getInteger("skybridge.microservices", 2);

  /** No {@code @TempDir}: it warns of each link that leads out of it, as a checkout's do here. */
  private final Path temporary = Files.createTempDirectory("skybridge-checkout-");

  MatrixScaleTest() throws IOException {}

  @AfterEach
  void delete() throws IOException {
    try (Stream<Path> left = Files.walk(temporary)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void eachMicroserviceIsReachedAsFoodIs() throws IOException {
    Path checkout = ManyMicroservices.checkout(TestingRuntime.home(), temporary, COUNT);
    long booting = System.nanoTime();
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot(checkout)) {
      long booted = millisSince(booting);
      long restarting = System.nanoTime();
      runtime.restart();
      long restarted = millisSince(restarting);
      long start = System.nanoTime();
      CommandRun run = CommandRun.of(runtime, "check", "--matrix", "--json");
      long millis = millisSince(start);
      assertThat(run.status()).as(run.output()).isZero();
      JsonNode matrix = new ObjectMapper().readTree(run.output());
      int cells = matrix.path("actors").size() * matrix.path("goals").size();
      System.out.printf(
          "%d microservices: first boot %d ms, restart %d ms, matrix of %d cells %d ms%n",
          COUNT + 1, booted, restarted, cells, millis);

      List<String> food = reached(matrix, "food", "777788889999");
      assertThat(food).hasSizeGreaterThan(10);
      for (int number = 0; number < COUNT; number++) {
        String account = ManyMicroservices.account(number);
        assertThat(reached(matrix, ManyMicroservices.name(number), account)).isEqualTo(food);
      }
    }
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  /** The cells that name a microservice or its account, as if it were NAME in ACCOUNT. */
  private static List<String> reached(JsonNode matrix, String name, String account) {
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : matrix.path("reached")) {
      String text = cell.toString();
      if (text.contains(account) || text.contains("://" + name + ".")) {
        cells.add(text.replace(account, "ACCOUNT").replace(name, "NAME"));
      }
    }
    return cells;
  }
}
