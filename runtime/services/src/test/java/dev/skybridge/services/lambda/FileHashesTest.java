package dev.skybridge.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {
  /** SHA-256 of {@code abc} (FIPS 180-4), base64. */
  private static final String ABC = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("file"), "abc");
  }

  @Test
  void theHashIsThatOfTheContent() throws IOException {
    assertThat(hashes().sha256(file)).isEqualTo(ABC);
    assertThat(hashes().sha256(file)).as("remembered").isEqualTo(ABC);
  }

  @Test
  void anotherContentOfTheSameSizeAndTimeIsNoticed() throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    hashes().sha256(file);

    Files.writeString(file, "abd");
    Files.setLastModifiedTime(file, time);

    assertThat(hashes().sha256(file)).isNotEqualTo(ABC);
  }

  @Test
  void anotherFileInItsPlaceIsNoticed() throws IOException {
    hashes().sha256(file);
    Path other = Files.writeString(folder.resolve("other"), "abd");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));

    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(hashes().sha256(file)).isNotEqualTo(ABC);
  }

  @Test
  void aMissingFileIsAnErrorEvenIfItWasKnown() throws IOException {
    hashes().sha256(file);
    Files.delete(file);

    assertThatThrownBy(() -> hashes().sha256(file)).isInstanceOf(NoSuchFileException.class);
  }

  private FileHashes hashes() {
    return new FileHashes(folder.resolve("hashes"));
  }
}
