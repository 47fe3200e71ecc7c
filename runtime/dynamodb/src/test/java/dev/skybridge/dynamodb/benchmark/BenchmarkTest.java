package dev.skybridge.dynamodb.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmark when asked; it holds no figure to any limit. */
@EnabledIfSystemProperty(named = "skybridge.benchmark", matches = "true")
class BenchmarkTest {
  private static final Path TABLE = Path.of("target", "benchmark.txt");
  private static final Path JSON = Path.of("target", "benchmark.json");

  @Test
  void figuresAreReported(@TempDir Path folder) throws Exception {
    try (PrintStream out = new PrintStream(Files.newOutputStream(TABLE), true, UTF_8)) {
      Report report = new Report(out);
      new Benchmark(folder, report).run();
      report.write(JSON);
    }
    System.out.print(Files.readString(TABLE));
    assertThat(JSON).isNotEmptyFile();
  }
}
