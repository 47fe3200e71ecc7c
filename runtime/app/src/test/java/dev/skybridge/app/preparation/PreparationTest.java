package dev.skybridge.app.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.app.Installation;
import dev.skybridge.services.acm.KeyAlgorithm;
import dev.skybridge.services.acm.KeyStock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path checkout;
  private Path cache;
  private Preparation preparation;

  @BeforeEach
  void start() throws IOException {
    Installation installation = new Installation(checkout);
    cache = installation.sharedCache();
    Files.createDirectories(cache);
    preparation = new Preparation(cache.resolve("skybridge-1.aot"), installation);
  }

  @Test
  void aRehearsalThatFailsLeavesNothing() throws Exception {
    boolean made =
        preparation.make(
            List.of(JAVA, "-cp", checkout.toString(), "Nobody"), ProcessBuilder::start);

    assertThat(made).isFalse();
    assertThat(preparation.isDone()).isFalse();
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void aRehearsalThatEndsWellPutsItsCacheInPlaceOfEarlierOnes() throws Exception {
    Files.writeString(cache.resolve("skybridge-0.aot"), "of an earlier build");
    KeyStock keys = new KeyStock(cache.resolve("keys"));
    for (int i = 0; i < Preparation.KEYS; i++) {
      keys.add(KeyAlgorithm.RSA_2048);
    }

    boolean made = preparation.make(List.of(JAVA, "--version"), ProcessBuilder::start);

    assertThat(made).isTrue();
    assertThat(preparation.isDone()).isTrue();
    assertThat(cache).isDirectoryContaining("glob:**/skybridge-1.aot");
    assertThat(cache).isDirectoryNotContaining("glob:**/skybridge-0.aot");
    assertThat(cache).isDirectoryNotContaining("glob:**growing**");
    assertThat(
            preparation.make(
                List.of(),
                builder -> {
                  throw new IOException("nothing is left to make");
                }))
        .isTrue();
  }

  @Test
  void aProgramWithoutItsCacheIsTheSameProgram() {
    assertThat(
            Preparation.withoutCache(
                List.of(JAVA, "-XX:AOTCache=x.aot", "-Xlog:aot=off", "-Xmx768m", "-jar", "a.jar")))
        .containsExactly(JAVA, "-Xmx768m", "-jar", "a.jar");
  }
}
