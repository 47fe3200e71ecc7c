package dev.skybridge.services.acm;

import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.services.PemFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** One private key and its certificate chain in a folder of its own. */
final class KeyFolder {
  private final Path keyFile;
  private final Path chainFile;

  KeyFolder(Path folder) {
    this.keyFile = folder.resolve("key.pem");
    this.chainFile = folder.resolve("chain.pem");
  }

  /** What is kept; empty if nothing is, or if it is cut short and has to be made anew. */
  Optional<TlsIdentity> read() {
    if (!Files.exists(keyFile) || !Files.exists(chainFile)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TlsIdentity(
              PemFiles.privateKey(Files.readString(keyFile)),
              PemFiles.certificates(Files.readString(chainFile))));
    } catch (GeneralSecurityException | IllegalArgumentException cutShort) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps {@code material}: the chain goes first, so that no key is left without one. */
  void write(TlsIdentity material) {
    delete();
    PemFiles.write(chainFile, PemFiles.pem(material.chain()));
    PemFiles.write(keyFile, PemFiles.pem(material.key()));
  }

  void delete() {
    try {
      Files.deleteIfExists(keyFile);
      Files.deleteIfExists(chainFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
