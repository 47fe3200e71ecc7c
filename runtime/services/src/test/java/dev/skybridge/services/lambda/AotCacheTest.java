package dev.skybridge.services.lambda;

import static dev.skybridge.services.lambda.TestingLambda.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
  @TempDir Path folder;

  @Test
  void theFirstInvocationMakesACacheThatTheNextEnvironmentUses() throws Exception {
    Path jar = FunctionJar.build("Probe", folder);
    Path cache;
    try (TestingLambda lambda = new TestingLambda(folder)) {
      lambda.serve(lambda.probe(jar));
      lambda.invoke("door");
      int knocks = lambda.streams.size();
      assertThat(lambda.service.awaitCaches(Duration.ofMinutes(1))).isTrue();

      cache = onlyCache();
      assertThat(lambda.streams).as("a rehearsal writes no log").hasSize(knocks);
      lambda.serve(lambda.probe(jar, "Probe", 9, -1));
      assertThat(commandLine(text(lambda.invoke("pid")))).contains("-XX:AOTCache=" + cache);
    }
    Files.write(cache, new byte[] {1, 2, 3});
    try (TestingLambda lambda = new TestingLambda(folder)) {
      lambda.serve(lambda.probe(jar));
      assertThat(text(lambda.invoke("count"))).as("a broken cache is ignored").isEqualTo("\"1\"");
    }
  }

  @Test
  void whatOneDataFolderMadeServesAFreshOne() throws Exception {
    Path jar = FunctionJar.build("Probe", folder);
    Path shared = folder.resolve("cache");
    try (TestingLambda first = TestingLambda.sharing(shared, folder.resolve("first"))) {
      first.serve(first.probe(jar));
      first.invoke("count");
      assertThat(first.service.awaitCaches(Duration.ofMinutes(1))).isTrue();
    }
    try (TestingLambda fresh = TestingLambda.sharing(shared, folder.resolve("fresh"))) {
      fresh.serve(fresh.probe(jar));

      assertThat(commandLine(text(fresh.invoke("pid")))).contains("-XX:AOTCache=" + onlyCache());
    }
  }

  @Test
  void aPackageOutlivesTheCache() throws Exception {
    Path jar = FunctionJar.build("Probe", folder);
    Path shared = folder.resolve("cache");
    Function function;
    try (TestingLambda before = TestingLambda.sharing(shared, folder.resolve("data"))) {
      function = before.probe(jar);
    }
    Folders.delete(shared);
    Files.delete(jar);
    try (TestingLambda after = TestingLambda.sharing(shared, folder.resolve("data"))) {
      after.serve(function);

      assertThat(text(after.invoke("count"))).isEqualTo("\"1\"");
    }
  }

  private Path onlyCache() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSize(1).first().asString().endsWith(".aot");
      return all.getFirst();
    }
  }

  private static String commandLine(String pid) throws IOException {
    return Files.readString(Path.of("/proc", pid.replace("\"", ""), "cmdline"));
  }
}
