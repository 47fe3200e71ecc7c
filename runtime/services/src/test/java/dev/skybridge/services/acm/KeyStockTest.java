package dev.skybridge.services.acm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.Signature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStockTest {
  @TempDir Path folder;

  @Test
  void aKeyOfTheStockIsTakenOnceAndWorks() throws Exception {
    KeyStock stock = new KeyStock(folder);
    stock.add(KeyAlgorithm.RSA_2048);

    KeyPair first = stock.take(KeyAlgorithm.RSA_2048);

    assertThat(stock.size(KeyAlgorithm.RSA_2048)).isZero();
    assertThat(files()).isEmpty();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(first.getPrivate());
    byte[] signed = signature.sign();
    signature.initVerify(first.getPublic());
    assertThat(signature.verify(signed)).isTrue();
    assertThat(stock.take(KeyAlgorithm.RSA_2048).getPublic())
        .as("a fresh one")
        .isNotEqualTo(first.getPublic());
  }

  @Test
  void onlyItsOwnerReadsAKey() throws IOException {
    new KeyStock(folder).add(KeyAlgorithm.RSA_2048);

    Path file = files().getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void noTwoTakersGetTheSameKey() throws Exception {
    for (int i = 0; i < 3; i++) {
      new KeyStock(folder).add(KeyAlgorithm.RSA_2048);
    }
    Set<Object> taken = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<KeyPair>> takers =
          Stream.generate(
                  () -> threads.submit(() -> new KeyStock(folder).take(KeyAlgorithm.RSA_2048)))
              .limit(4)
              .toList();
      for (Future<KeyPair> taker : takers) {
        taken.add(taker.get().getPublic());
      }
    }
    assertThat(taken).hasSize(4);
    assertThat(files()).isEmpty();
  }

  @Test
  void aKeyThatWasCutShortIsNoKey() throws IOException {
    KeyStock stock = new KeyStock(folder);
    stock.add(KeyAlgorithm.RSA_2048);
    Path file = files().getFirst();
    Files.writeString(file, Files.readString(file).substring(0, 200));

    assertThat(KeyAlgorithm.RSA_2048.made(stock.take(KeyAlgorithm.RSA_2048).getPublic())).isTrue();
    assertThat(files()).isEmpty();
  }

  @Test
  void aStockOfAnotherSizeIsNotTouched() {
    KeyStock stock = new KeyStock(folder);
    stock.add(KeyAlgorithm.RSA_2048);

    assertThat(stock.take(KeyAlgorithm.EC_PRIME256V1).getPublic().getAlgorithm()).isEqualTo("EC");
    assertThat(stock.size(KeyAlgorithm.RSA_2048)).isEqualTo(1);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
