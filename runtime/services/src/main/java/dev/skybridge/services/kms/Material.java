package dev.skybridge.services.kms;

import dev.skybridge.services.PrivateFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The keys' secret bytes: files {@code ACCOUNT/REGION/ID@SECONDS.key} of 32 bytes, named by when
 * they were made. The newest encrypts; older ones, from before a rotation, still decrypt. A key
 * that waits for its deletion has files {@code ID@SECONDS.deleted-at-SECONDS} instead.
 */
final class Material {
  static final int BYTES = 32;
  private static final String KEY = ".key";
  private static final String PENDING = ".deleted-at-";

  private final Path folder;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Material(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The bytes to encrypt with; made if there are none, or if it is time to rotate. */
  synchronized Generation current(Key key) {
    List<Path> files = files(key);
    if (!files.isEmpty()) {
      long made = made(key, files.getLast());
      Instant now = clock.instant();
      boolean due =
          key.rotation()
              .filter(period -> !now.isBefore(Instant.ofEpochSecond(made).plus(period)))
              .isPresent();
      if (!due) {
        return new Generation(made, bytes(files.getLast()));
      }
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    long made = clock.instant().getEpochSecond();
    PrivateFiles.write(
        place(key.scope().account().value(), key.scope().region().name())
            .resolve(key.id() + "@" + made + KEY),
        bytes);
    return new Generation(made, bytes);
  }

  /** When the key's first bytes were made. */
  synchronized Instant first(Key key) {
    return files(key).stream()
        .findFirst()
        .map(file -> Instant.ofEpochSecond(made(key, file)))
        .orElseGet(() -> Instant.ofEpochSecond(current(key).made()));
  }

  /** The bytes that were made then; empty if there are none. */
  synchronized Optional<byte[]> made(Key key, long seconds) {
    return files(key).stream()
        .filter(file -> made(key, file) == seconds)
        .findFirst()
        .map(Material::bytes);
  }

  /** Puts a key's bytes away until the deletion window ends. */
  synchronized void schedule(Key key, Duration window) {
    long end = clock.instant().plus(window).getEpochSecond();
    for (Path file : files(key)) {
      String name = key.id() + "@" + made(key, file) + PENDING + end;
      PrivateFiles.write(file.resolveSibling(name), bytes(file));
      PrivateFiles.delete(file);
    }
  }

  /** When a key will be gone, if it waits for that; drops what is over. */
  synchronized Optional<Instant> pending(String account, String region, String id) {
    Optional<Instant> latest = Optional.empty();
    for (Path file : PrivateFiles.list(place(account, region), "")) {
      String name = String.valueOf(file.getFileName());
      int mark = name.indexOf(PENDING);
      if (mark >= 0 && name.startsWith(id + "@")) {
        Instant end =
            Instant.ofEpochSecond(Long.parseLong(name.substring(mark + PENDING.length())));
        if (clock.instant().isBefore(end)) {
          latest = Optional.of(end);
        } else {
          PrivateFiles.delete(file);
        }
      }
    }
    return latest;
  }

  private List<Path> files(Key key) {
    Path place = place(key.scope().account().value(), key.scope().region().name());
    return PrivateFiles.list(place, KEY).stream()
        .filter(file -> String.valueOf(file.getFileName()).startsWith(key.id() + "@"))
        .toList();
  }

  private static long made(Key key, Path file) {
    String name = String.valueOf(file.getFileName());
    return Long.parseLong(name.substring(key.id().length() + 1, name.length() - KEY.length()));
  }

  private static byte[] bytes(Path file) {
    return PrivateFiles.read(file)
        .filter(bytes -> bytes.length == BYTES)
        .orElseThrow(() -> new IllegalStateException("not the bytes of a key: " + file));
  }

  private Path place(String account, String region) {
    return folder.resolve(account).resolve(region);
  }

  /** Bytes and when they were made, in seconds since 1970. */
  // Used at once and dropped; never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Generation(long made, byte[] bytes) {}
}
