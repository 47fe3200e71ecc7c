package dev.skybridge.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliConfigurationTest {
  @TempDir private Path folder;

  @Test
  void namesItsFilesystemMirrors() throws IOException {
    Path file = folder.resolve("terraform.rc");
    Files.writeString(
        file,
        """
        provider_installation {
          filesystem_mirror {
            path    = "/srv/mirror"
            include = ["*/*/*"]
          }
          network_mirror { url = "https://mirror.example.com/" }
          filesystem_mirror { path = "/srv/other" }
        }
        """);

    assertThat(CliConfiguration.mirrors(file))
        .containsExactly(Path.of("/srv/mirror"), Path.of("/srv/other"));
  }

  @Test
  void fileThatIsNotThereNamesNone() throws IOException {
    assertThat(CliConfiguration.mirrors(folder.resolve("missing.rc"))).isEmpty();
  }
}
