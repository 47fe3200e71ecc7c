package dev.skybridge.services.acm;

import dev.skybridge.services.PemFiles;
import dev.skybridge.services.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import java.util.UUID;

/**
 * RSA keys made ahead, each for one use: looking for the primes takes up to a second of a start.
 * They lie in a folder that only its owner reads (mode 700, files 600); a key leaves it when it is
 * taken. Several processes may share a folder.
 */
public final class KeyStock {
  private static final String SUFFIX = ".pem";

  private final Path folder;

  /**
   * @param folder where the keys lie; made when the first one comes
   */
  public KeyStock(Path folder) {
    this.folder = folder;
  }

  /** How many keys of an algorithm are there. */
  public int size(KeyAlgorithm algorithm) {
    return PrivateFiles.list(place(algorithm), SUFFIX).size();
  }

  /**
   * Makes one key more.
   *
   * @param algorithm an RSA one
   */
  public void add(KeyAlgorithm algorithm) {
    PemFiles.write(
        place(algorithm).resolve(UUID.randomUUID() + SUFFIX),
        PemFiles.pem(algorithm.generate().getPrivate()));
  }

  /** A key that nobody else has or gets: one of the stock, or a fresh one where there is none. */
  KeyPair take(KeyAlgorithm algorithm) {
    for (Path file : PrivateFiles.list(place(algorithm), SUFFIX)) {
      Optional<KeyPair> key = claim(file);
      if (key.isPresent() && algorithm.made(key.get().getPublic())) {
        return key.get();
      }
    }
    return algorithm.generate();
  }

  /** The key of a file, which is gone after this; nothing when another process was first. */
  private static Optional<KeyPair> claim(Path file) {
    Path own = file.resolveSibling(UUID.randomUUID() + ".taken");
    try {
      Files.move(file, own, StandardCopyOption.ATOMIC_MOVE);
      String pem = Files.readString(own);
      Files.delete(own);
      return pair(pem);
    } catch (NoSuchFileException taken) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("key " + file + ": cannot be taken", e);
    }
  }

  private static Optional<KeyPair> pair(String pem) {
    try {
      if (PemFiles.privateKey(pem) instanceof RSAPrivateCrtKey key) {
        RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return Optional.of(new KeyPair(KeyFactory.getInstance("RSA").generatePublic(spec), key));
      }
      return Optional.empty();
    } catch (GeneralSecurityException cutShort) {
      return Optional.empty();
    }
  }

  private Path place(KeyAlgorithm algorithm) {
    return folder.resolve(algorithm.name());
  }
}
