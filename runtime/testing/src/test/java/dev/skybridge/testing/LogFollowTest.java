package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log lines appear as they come, until somebody or the runtime ends. */
class LogFollowTest {
  private static final String FUNCTION = "beverage-get-orders";

  private final TestingRuntime runtime = TestingRuntime.fromSnapshot();

  @TempDir private Path temporary;

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void linesAppearAsTheyComeAndASignalEndsItCleanly() throws Exception {
    list();
    try (Program follow = follow("--lines=1000")) {
      Await.until("the first line is there", () -> follow.output().contains("REPORT RequestId"));
      int before = reports(follow);

      list();
      Await.until("the next line is there", () -> reports(follow) == before + 1);
      // Not Ctrl-C's INT, which a shell has its background jobs ignore; a JVM ends the same way.
      new ProcessBuilder("kill", "-TERM", Long.toString(follow.process().pid()))
          .start()
          .waitFor(10, TimeUnit.SECONDS);

      assertThat(follow.await()).isEqualTo(143);
      assertThat(reports(follow)).isEqualTo(before + 1);
      assertThat(follow.output()).doesNotContain("Exception").doesNotContain("skybridge:");
    }
  }

  @Test
  void endOfTheRuntimeIsTheEnd() throws Exception {
    list();
    try (Program follow = follow("--json")) {
      Await.until("the first event is there", () -> follow.output().contains("REPORT RequestId"));
      runtime.stop();

      assertThat(follow.await()).as(follow.output()).isZero();
      List<String> lines = follow.output().lines().toList();
      for (String line : lines) {
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.path("message").asText()).isNotEmpty();
        assertThat(event.path("millis").asLong()).isPositive();
      }
    }
  }

  private Program follow(String option) throws IOException {
    return Program.start(
        temporary.resolve("output"),
        Map.of(),
        "logs",
        FUNCTION,
        "--follow",
        option,
        "--data=" + runtime.data().root());
  }

  /** A cold start on a busy machine may take longer than the function has. */
  private void list() throws IOException {
    for (int again = 0; again < 5; again++) {
      if (runtime.client().send(Request.get(Orders.BEVERAGE)).status() == 200) {
        return;
      }
    }
    throw new AssertionError("no list");
  }

  private static int reports(Program follow) throws IOException {
    return (int)
        follow.output().lines().filter(line -> line.startsWith("REPORT RequestId")).count();
  }
}
