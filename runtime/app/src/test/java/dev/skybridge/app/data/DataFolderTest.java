package dev.skybridge.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.skybridge.app.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path temporary;

  @Test
  void aNewFolderIsPrivateAndCarriesItsFormat() throws IOException {
    DataFolder folder = DataFolder.at(temporary.resolve("run"));
    folder.open();
    assertThat(Files.getPosixFilePermissions(folder.root()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(folder.path("format")).hasContent("2\n");
    folder.open();
  }

  @Test
  void aFolderOfAnotherFormatIsRefusedAndKept() throws IOException {
    DataFolder folder = DataFolder.at(temporary.resolve("run"));
    folder.open();
    Files.writeString(folder.path("format"), "99\n");
    assertThatThrownBy(folder::open)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("format 99 (expected: 2)");
    Files.writeString(folder.path("format"), "");
    assertThatThrownBy(folder::open).hasMessageContaining("cut short");
    assertThat(folder.path("format")).exists();
  }

  @Test
  void aFolderWithForeignFilesIsNeitherUsedNorDeleted() throws IOException {
    Files.writeString(temporary.resolve("thesis.txt"), "ten years of work");
    DataFolder folder = DataFolder.at(temporary);
    assertThatThrownBy(folder::open).hasMessageContaining("none that says it belongs to Skybridge");
    assertThatThrownBy(folder::delete).hasMessageContaining("not one of ours");
    assertThat(temporary.resolve("thesis.txt")).exists();
  }

  @Test
  void aPathTooLongForSocketsIsSaidBeforeAnythingIsMade() {
    Path deep = temporary.resolve("x".repeat(100));
    assertThatThrownBy(() -> DataFolder.at(deep).open())
        .hasMessageContaining("too long for unix sockets");
    assertThat(deep).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenNamesTheRemedy() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write anywhere");
    Path closed = Files.createDirectory(temporary.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
    assertThatThrownBy(() -> DataFolder.at(closed.resolve("run")).open())
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aFileInTheFoldersPlaceIsAClearError() throws IOException {
    Path file = Files.writeString(temporary.resolve("run"), "a file");
    assertThatThrownBy(() -> DataFolder.at(file).open()).hasMessageContaining("cannot be written");
    assertThat(file).hasContent("a file");
  }

  @Test
  void onlyOneRuntimeHoldsTheLock() throws IOException {
    DataFolder folder = DataFolder.at(temporary.resolve("run"));
    folder.open();
    try (FolderLock lock = FolderLock.take(folder)) {
      assertThat(lock).isNotNull();
      assertThat(FolderLock.isHeld(folder)).isTrue();
      assertThatThrownBy(() -> FolderLock.take(folder)).hasMessageContaining("already runs on it");
    }
    assertThat(FolderLock.isHeld(folder)).isFalse();
  }
}
