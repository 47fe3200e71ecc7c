package dev.skybridge.services.lambda;

import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The deployment packages, each once, by SHA-256. The file as it came stays, whatever becomes of
 * the file that it came from. What a process runs from is unpacked beside the AOT caches, which
 * know archives by their paths: there it may be shared and lost, and is unpacked again when needed.
 */
public final class PackageStore {
  /** What unpacked archives carry: an AOT cache knows its archives by size and time. */
  private static final FileTime TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

  private final Path folder;
  private final Path unpacked;
  private final FileHashes hashes;

  /**
   * @param folder where the packages lie; made when the first one comes
   * @param cache where they are unpacked
   */
  public PackageStore(Path folder, Path cache) {
    this.folder = folder;
    this.unpacked = cache.resolve("packages");
    this.hashes = new FileHashes(cache.resolve("hashes"));
  }

  /**
   * Takes a package in.
   *
   * @return its SHA-256, base64
   * @throws AwsException when it is no ZIP file, or unpacks to more than AWS takes
   * @throws IOException when it cannot be read
   */
  public String add(Path file) throws IOException {
    String sha256 = hashes.sha256(file);
    Path place = place(sha256);
    if (Files.exists(place)) {
      return sha256;
    }
    unpacked(file, sha256);
    Files.createDirectories(folder);
    Path growing = Files.createTempDirectory(folder, "growing");
    try {
      Files.copy(file, growing.resolve(DeploymentPackage.ARCHIVE));
      move(growing, place);
    } finally {
      Folders.delete(growing);
    }
    return sha256;
  }

  private Path unpacked(Path archive, String sha256) throws IOException {
    Path place = unpacked.resolve(hex(sha256));
    if (Files.exists(place)) {
      return place;
    }
    Files.createDirectories(unpacked);
    Path growing = Files.createTempDirectory(unpacked, "growing");
    try {
      Path copy = growing.resolve(DeploymentPackage.ARCHIVE);
      Files.copy(archive, copy);
      Unpacking.of(copy, Files.createDirectory(growing.resolve(DeploymentPackage.TASK)));
      Files.setLastModifiedTime(copy, TIME);
      move(growing, place);
    } finally {
      Folders.delete(growing);
    }
    return place;
  }

  private static void move(Path growing, Path place) throws IOException {
    try {
      Files.move(growing, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Somebody else brought the same package at the same time: theirs is as good.
      if (!Files.exists(place)) {
        throw e;
      }
    }
  }

  /** The size of a package in bytes. */
  public long size(String sha256) {
    try {
      return Files.size(archive(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The package of this hash, if it has come.
   *
   * @param sha256 base64
   */
  public Optional<DeploymentPackage> find(String sha256) {
    Path archive = archive(sha256);
    if (!Files.exists(archive)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DeploymentPackage(unpacked(archive, sha256), sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("package " + archive + ": cannot be unpacked", e);
    }
  }

  private Path archive(String sha256) {
    return place(sha256).resolve(DeploymentPackage.ARCHIVE);
  }

  private Path place(String sha256) {
    return folder.resolve(hex(sha256));
  }

  private static String hex(String sha256) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
  }
}
