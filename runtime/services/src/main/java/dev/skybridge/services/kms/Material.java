package dev.skybridge.services.kms;

import dev.skybridge.services.PrivateFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The keys' secret bytes: one file a key, {@code ACCOUNT/REGION/ID.key}, 32 bytes. A key that waits
 * for its deletion has a file {@code ID.deleted-at-SECONDS} instead.
 */
final class Material {
  static final int BYTES = 32;
  private static final String PENDING = ".deleted-at-";

  private final Path folder;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Material(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** A key's bytes; made if it has none yet. */
  synchronized byte[] of(Key key) {
    Path file = file(key);
    return PrivateFiles.read(file)
        .filter(bytes -> bytes.length == BYTES)
        .orElseGet(() -> {
          byte[] bytes = new byte[BYTES];
          random.nextBytes(bytes);
          PrivateFiles.write(file, bytes);
          return bytes;
        });
  }

  /** Puts a key's bytes away until the deletion window ends. */
  synchronized void schedule(Key key, Duration window) {
    PrivateFiles.read(file(key))
        .ifPresent(bytes -> {
          long end = clock.instant().plus(window).getEpochSecond();
          PrivateFiles.write(file(key).resolveSibling(key.id() + PENDING + end), bytes);
          PrivateFiles.delete(file(key));
        });
  }

  /** When the key of this ARN's place will be gone, if it waits for that; drops what is over. */
  synchronized Optional<Instant> pending(Path place, String id) {
    for (Path file : PrivateFiles.list(folder.resolve(place), "")) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith(id + PENDING)) {
        Instant end =
            Instant.ofEpochSecond(Long.parseLong(name.substring(id.length() + PENDING.length())));
        if (clock.instant().isBefore(end)) {
          return Optional.of(end);
        }
        PrivateFiles.delete(file);
      }
    }
    return Optional.empty();
  }

  private Path file(Key key) {
    return folder.resolve(place(key)).resolve(key.id() + ".key");
  }

  private static Path place(Key key) {
    return Path.of(key.scope().account().value(), key.scope().region().name());
  }
}
