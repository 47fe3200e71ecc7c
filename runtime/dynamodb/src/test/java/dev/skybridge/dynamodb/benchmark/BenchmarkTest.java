package dev.skybridge.dynamodb.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmark when asked; it holds no figure to any limit. */
@EnabledIfSystemProperty(named = "skybridge.benchmark", matches = "true")
class BenchmarkTest {
  @Test
  void figuresAreReported(@TempDir Path folder) throws Exception {
    try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true)) {
      new Benchmark(folder, out).run();
    }
    assertThat(Path.of("target", "benchmark.json")).isNotEmptyFile();
  }
}
