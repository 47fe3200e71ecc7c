package dev.skybridge.services.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsServiceTest {
  private static final Scope FOOD =
      new Scope(new AccountId("777788889999"), new Region("eu-central-1"));
  private static final Scope BEVERAGE =
      new Scope(new AccountId("444455556666"), new Region("eu-central-1"));
  private static final String NAME = "/aws/lambda/food-get-orders";
  private static final LogGroup GROUP = new LogGroup(FOOD, NAME, 7);
  private static final LogAccess ALL = (action, resource) -> true;

  @TempDir Path folder;

  @Test
  void theTailOfAGroupIsThatOfAllItsStreamsInOrderOfTime() {
    LogsService logs = service();
    logs.put(GROUP);
    write(logs, "2026/11/23/[$LATEST]aa", 10, "one", ALL);
    write(logs, "2026/11/23/[$LATEST]bb", 20, "two\nlines", ALL);
    write(logs, "2026/11/23/[$LATEST]aa", 30, "three", ALL);

    assertThat(logs.tail(FOOD, NAME, 2))
        .containsExactly(
            new LogEvent(20, "2026/11/23/[$LATEST]bb", "two\\nlines"),
            new LogEvent(30, "2026/11/23/[$LATEST]aa", "three"));
    LogsService again = service();
    again.put(GROUP);
    assertThat(again.tail(FOOD, NAME, 9)).as("after a restart").hasSize(3);
  }

  @Test
  void aMissingGroupIsMadeOnlyByWhoMayMakeIt() {
    LogsService logs = service();
    assertThat(
            write(logs, "s", 1, "x", (action, resource) -> !action.equals("logs:CreateLogGroup")))
        .isFalse();
    assertThatThrownBy(() -> logs.tail(FOOD, NAME, 1))
        .isInstanceOf(AwsException.class)
        .hasMessage("The specified log group does not exist.");

    assertThat(write(logs, "s", 1, "x", ALL)).isTrue();
    assertThat(logs.tail(FOOD, NAME, 1)).hasSize(1);
    assertThatThrownBy(() -> logs.check(GROUP))
        .isInstanceOf(AwsException.class)
        .hasMessage("The specified log group already exists");
    assertThatThrownBy(() -> logs.tail(BEVERAGE, NAME, 1)).isInstanceOf(AwsException.class);
  }

  @Test
  void whatMayNotBeWrittenIsDropped() {
    LogsService logs = service();
    logs.put(GROUP);
    for (String missing : Set.of("logs:CreateLogStream", "logs:PutLogEvents")) {
      assertThat(write(logs, "s", 1, "x", (action, resource) -> !action.equals(missing))).isFalse();
    }
    assertThat(logs.tail(FOOD, NAME, 1)).isEmpty();
  }

  @Test
  void oldStreamsLeaveAndFilesAreTheOwnersAlone() throws IOException {
    LogsService logs = service();
    logs.put(GROUP);
    write(logs, "old", 1, "x", ALL);
    write(logs, "new", 2, "y", ALL);
    for (Path file : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      if (file.endsWith("old.log")) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
      }
    }
    logs.reconcile();

    assertThat(logs.tail(FOOD, NAME, 9)).extracting(LogEvent::message).containsExactly("y");
    logs.remove(GROUP.arn());
    assertThat(files()).isEmpty();
  }

  @Test
  void aStreamIsBounded() throws IOException {
    LogsService logs = service();
    logs.put(GROUP);
    for (int i = 0; i < 30; i++) {
      write(logs, "s", i, "x".repeat(1 << 20), ALL);
    }
    long size = 0;
    for (Path file : files()) {
      size += Files.size(file);
    }
    assertThat(size).isLessThan(20L << 20);
    assertThat(write(logs, "s", 99, "last", ALL)).isTrue();
    assertThat(logs.tail(FOOD, NAME, 1)).extracting(LogEvent::message).containsExactly("last");
  }

  private LogsService service() {
    return new LogsService(folder, InstantSource.system());
  }

  private static boolean write(
      LogsService logs, String stream, long millis, String message, LogAccess access) {
    return logs.write(FOOD, NAME, stream, List.of(new LogEvent(millis, stream, message)), access);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
