package dev.skybridge.dynamodb.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.dynamodb.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path folder;

  private Sqlite sqlite;

  @BeforeEach
  void prepare() {
    sqlite = Sqlite.prepare(folder.resolve("native"));
  }

  @AfterEach
  void close() {
    sqlite.close();
  }

  private Path file() {
    return folder.resolve("store.sqlite");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void put(Store store, String key, byte[] value) {
    store.write(transaction -> {
      transaction.put(bytes(key), value);
      return true;
    });
  }

  private static List<String> keys(Store store, KeyRange range, boolean forward) {
    return store.read(view -> {
      List<String> keys = new ArrayList<>();
      view.scan(range, forward, (key, value) -> keys.add(new String(key, UTF_8)));
      return keys;
    });
  }

  @Test
  void rangesAreReadInOrderBothWays() {
    try (Store store = Store.open(file(), sqlite)) {
      for (String key : List.of("b", "a", "ab", "c", "aa")) {
        put(store, key, bytes(key));
      }
      assertThat(keys(store, KeyRange.prefix(bytes("a")), true)).containsExactly("a", "aa", "ab");
      assertThat(keys(store, new KeyRange(bytes("aa"), bytes("c")), false))
          .containsExactly("b", "ab", "aa");
      assertThat(keys(store, new KeyRange(bytes("c"), bytes("b")), true)).isEmpty();
    }
  }

  @Test
  void changeThatThrowsWritesNothingAndOthersOfItsCommitGoOn() {
    try (Store store = Store.open(file(), sqlite)) {
      assertThatThrownBy(() ->
              store.write(transaction -> {
                transaction.put(bytes("half"), bytes("1"));
                transaction.count(1, 1, 1);
                throw new IllegalStateException("refused");
              }))
          .hasMessage("refused");
      put(store, "whole", bytes("1"));
      assertThat(store.<View.Count>read(view -> view.counted(1))).isEqualTo(new View.Count(0, 0));
      assertThat(keys(store, KeyRange.prefix(bytes("h")), true)).isEmpty();
    }
    try (Store store = Store.open(file(), sqlite)) {
      assertThat(keys(store, KeyRange.prefix(bytes("w")), true)).containsExactly("whole");
    }
  }

  @Test
  void changesThatWaitTogetherShareACommit() throws Exception {
    try (Store store = Store.open(file(), sqlite)) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch held = new CountDownLatch(1);
      List<Thread> writers = new ArrayList<>();
      writers.add(
          Thread.ofVirtual()
              .start(() ->
                  store.write(transaction -> {
                    begun.countDown();
                    await(held);
                    return true;
                  })));
      begun.await();
      for (int i = 0; i < 100; i++) {
        String key = "key-" + i;
        writers.add(Thread.ofVirtual().start(() -> put(store, key, bytes("1"))));
      }
      while (writers.stream()
          .skip(1)
          .anyMatch(writer -> writer.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      held.countDown();
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(store.commits()).isLessThanOrEqualTo(3);
      assertThat(keys(store, KeyRange.prefix(bytes("key-")), true)).hasSize(100);
    }
  }

  @Test
  void readDoesNotWaitForAChangeThatIsUnderWay() throws Exception {
    try (Store store = Store.open(file(), sqlite)) {
      put(store, "a", bytes("1"));
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch held = new CountDownLatch(1);
      Thread writer =
          Thread.ofVirtual()
              .start(() ->
                  store.write(transaction -> {
                    transaction.put(bytes("a"), bytes("2"));
                    begun.countDown();
                    await(held);
                    return true;
                  }));
      begun.await();
      assertThat(store.<String>read(view -> text(view, "a"))).isEqualTo("1");
      held.countDown();
      writer.join();
      assertThat(store.<String>read(view -> text(view, "a"))).isEqualTo("2");
    }
  }

  private static String text(View view, String key) {
    return new String(view.get(bytes(key)).orElseThrow(), UTF_8);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fullDiskRefusesTheWriteAndKeepsTheRest() {
    try (Store store = Store.open(file(), sqlite, 40)) {
      put(store, "small", bytes("1"));
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> put(store, "large", new byte[400_000]))
          .matches(e -> e.reason() == Reason.DISK_FULL)
          .withMessage(
              file()
                  + ": the disk is full; nothing of the refused write is kept. Free some space and"
                  + " try again");
      put(store, "other", bytes("2"));
      assertThat(keys(store, new KeyRange(bytes("a"), bytes("z")), true))
          .containsExactly("other", "small");
    }
  }

  @Test
  void spaceIsUsedAgainAndTheLogStaysSmall() throws IOException {
    byte[] value = new byte[20_000];
    try (Store store = Store.open(file(), sqlite)) {
      for (int round = 0; round < 40; round++) {
        for (int i = 0; i < 25; i++) {
          put(store, "key-" + i, value);
        }
        store.write(transaction -> {
          transaction.scan(
              KeyRange.prefix(bytes("key-")),
              true,
              (key, old) -> {
                transaction.delete(key);
                return true;
              });
          return true;
        });
      }
      // 20 MB went through; 0.5 MB were there at a time; checkpoints come after 16 MiB.
      assertThat(Files.size(file())).isLessThan(2_000_000);
      assertThat(Files.size(folder.resolve("store.sqlite-wal"))).isLessThan(48_000_000);
    }
    assertThat(Files.size(file())).isLessThan(2_000_000);
    assertThat(folder.resolve("store.sqlite-wal")).doesNotExist();
  }

  @Test
  void newerFormatIsRefused() throws Exception {
    Store.open(file(), sqlite).close();
    execute("PRAGMA user_version = 99");
    assertThatThrownBy(() -> Store.open(file(), sqlite))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            file()
                + ": the file has format 99, this release reads up to 1; use the release that wrote"
                + " it, or a later one");
  }

  @Test
  void fileOfAnotherProgramIsRefused() throws Exception {
    execute("CREATE TABLE theirs (a)");
    assertThatThrownBy(() -> Store.open(file(), sqlite))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            file()
                + ": the file is not a table file of this engine; move it away, or choose another"
                + " folder");
  }

  @Test
  void fileThatWasHalfMadeIsMadeAnew() throws IOException {
    Files.createFile(file());
    Files.write(folder.resolve("store.sqlite.new"), new byte[100]);
    try (Store store = Store.open(file(), sqlite)) {
      put(store, "a", bytes("1"));
    }
    try (Store store = Store.open(file(), sqlite)) {
      assertThat(keys(store, KeyRange.prefix(bytes("a")), true)).containsExactly("a");
    }
    assertThat(folder.resolve("store.sqlite.new")).doesNotExist();
  }

  @Test
  void logWithoutItsFileIsLeftAlone() throws IOException {
    Path log = Files.write(folder.resolve("store.sqlite-wal"), bytes("committed"));
    assertThatThrownBy(() -> Store.open(file(), sqlite))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            file()
                + ": the file is missing, but its log "
                + log
                + " is there; nothing was changed. Put the file back, or move the log away to begin"
                + " with no tables");
    assertThat(log).hasContent("committed");
  }

  @Test
  void libraryThatCannotBeUnpackedIsSaidOnceItIsNeeded() throws IOException {
    sqlite.close();
    System.clearProperty("org.sqlite.lib.path");
    Path library = Files.createFile(folder.resolve("no-folder"));
    Sqlite unusable = Sqlite.prepare(library);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Store.open(file(), unusable))
        .matches(e -> e.reason() == Reason.INACCESSIBLE)
        .withMessageContaining("SQLite's library cannot be unpacked there");
    Files.delete(library);
    Store.open(file(), unusable).close();
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void closedStoreSaysSo() {
    Store store = Store.open(file(), sqlite);
    store.close();
    assertThatThrownBy(() -> put(store, "a", bytes("1")))
        .hasMessage(file() + ": the engine is closed; open it again");
    assertThatThrownBy(() -> store.read(view -> true))
        .hasMessage(file() + ": the engine is closed; open it again");
  }
}
