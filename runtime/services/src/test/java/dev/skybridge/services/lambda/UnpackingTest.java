package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {
  @TempDir private Path temporary;
  private Path task;

  @BeforeEach
  void makeFolder() throws IOException {
    task = Files.createDirectory(temporary.resolve("task"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "a/../../outside", "ABSOLUTE", "..", "a\u0000b"})
  void noEntryGetsOutOfTheFolder(String name) throws IOException {
    Path outside = temporary.resolve("outside");
    Path archive = archive(name.replace("ABSOLUTE", outside.toString()), 3);

    assertThatThrownBy(() -> Unpacking.of(archive, task))
        .isInstanceOf(AwsException.class)
        .hasMessageContaining("Could not unzip uploaded file");
    assertThat(outside).doesNotExist();
  }

  @Test
  void fileThatIsNoArchiveIsRefused() throws IOException {
    Path file = Files.writeString(temporary.resolve("x.zip"), "PK and nothing more");

    assertThatThrownBy(() -> Unpacking.of(file, task))
        .isInstanceOf(AwsException.class)
        .hasMessageContaining("Could not unzip uploaded file");
  }

  @Test
  void archiveThatGrowsBeyondTheQuotaIsStopped() throws IOException {
    Path archive = archive("zeros", Unpacking.MAXIMUM + 1);

    assertThatThrownBy(() -> Unpacking.of(archive, task))
        .isInstanceOf(AwsException.class)
        .hasMessageContaining("Unzipped size must be smaller than 262144000 bytes");
    assertThat(Files.size(task.resolve("zeros"))).isLessThanOrEqualTo(Unpacking.MAXIMUM);
  }

  @Test
  void foldersAndFilesAreMade() throws IOException {
    Unpacking.of(archive("lib/deep/a.jar", 5), task);

    assertThat(task.resolve("lib/deep/a.jar")).hasSize(5);
  }

  private Path archive(String name, long zeros) throws IOException {
    Path archive = temporary.resolve("package.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), UTF_8)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] block = new byte[1 << 20];
      for (long left = zeros; left > 0; left -= block.length) {
        zip.write(block, 0, (int) Math.min(block.length, left));
      }
    }
    return archive;
  }
}
