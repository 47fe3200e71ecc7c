package dev.skybridge.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordLogTest {
  @TempDir private Path folder;

  @Test
  void linesSurviveAReopening() throws IOException {
    Path file = folder.resolve("log");
    try (RecordLog log = RecordLog.open(file).log()) {
      log.append(List.of("one", "zwölf"), true);
      log.append(List.of("three"), true);
    }
    assertThat(lines(file)).containsExactly("one", "zwölf", "three");
  }

  @Test
  void aLastLineCutShortIsDroppedWhereverTheCutIs() throws IOException {
    Path file = folder.resolve("log");
    try (RecordLog log = RecordLog.open(file).log()) {
      log.append(List.of("one", "two"), true);
    }
    byte[] whole = Files.readAllBytes(file);
    int secondLine = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int length = secondLine; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(lines(file)).containsExactly("one");
      try (RecordLog log = RecordLog.open(file).log()) {
        log.append(List.of("again"), true);
      }
      assertThat(lines(file)).containsExactly("one", "again");
    }
  }

  @Test
  void damageInTheMiddleIsNamedByLine() throws IOException {
    Path file = folder.resolve("log");
    try (RecordLog log = RecordLog.open(file).log()) {
      log.append(List.of("one", "two", "three"), true);
    }
    Files.writeString(file, Files.readString(file).replace("two", "tvo"));
    assertThatThrownBy(() -> RecordLog.open(file)).hasMessageContaining("line 2 is damaged");
  }

  @Test
  void garbageIsNoLog() throws IOException {
    Path file = folder.resolve("log");
    Files.write(file, new byte[] {0, 1, 2, '\n', 3}, StandardOpenOption.CREATE);
    assertThatThrownBy(() -> RecordLog.open(file)).hasMessageContaining("line 1 is damaged");
  }

  @Test
  void aReplacedLogHoldsTheNewLinesAndTakesMore() throws IOException {
    Path file = folder.resolve("log");
    try (RecordLog log = RecordLog.open(file).log()) {
      log.append(List.of("one", "two"), true);
      log.replace(List.of("both"));
      log.append(List.of("more"), true);
    }
    assertThat(lines(file)).containsExactly("both", "more");
  }

  private static List<String> lines(Path file) throws IOException {
    RecordLog.Opened opened = RecordLog.open(file);
    try (RecordLog log = opened.log()) {
      return opened.lines();
    }
  }
}
