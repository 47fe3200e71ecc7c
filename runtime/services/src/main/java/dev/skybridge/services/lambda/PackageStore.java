package dev.skybridge.services.lambda;

import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The deployment packages, each once: the file as it came and its content unpacked, by SHA-256. A
 * package stays as it was uploaded, whatever becomes of the file that it came from.
 */
public final class PackageStore {
  /** AWS's quota for an unpacked package, in bytes. */
  private static final long MAXIMUM_UNPACKED = 262_144_000;

  private final Path folder;

  /**
   * @param folder where the packages lie; made when the first one comes
   */
  public PackageStore(Path folder) {
    this.folder = folder;
  }

  /** The SHA-256 of a file, base64: what AWS and Terraform call its code hash. */
  public static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return Base64.getEncoder().encodeToString(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Takes a package in.
   *
   * @return its SHA-256, base64
   * @throws AwsException when it is no ZIP file, or unpacks to more than AWS takes
   * @throws IOException when it cannot be read
   */
  public String add(Path file) throws IOException {
    String sha256 = sha256(file);
    Path place = place(sha256);
    if (Files.exists(place)) {
      return sha256;
    }
    Files.createDirectories(folder);
    Path growing = Files.createTempDirectory(folder, "growing");
    try {
      Path archive = growing.resolve(DeploymentPackage.ARCHIVE);
      Files.copy(file, archive);
      unpack(archive, Files.createDirectory(growing.resolve(DeploymentPackage.TASK)));
      move(growing, place);
    } finally {
      Folders.delete(growing);
    }
    return sha256;
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
      return Files.size(place(sha256).resolve(DeploymentPackage.ARCHIVE));
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
    Path place = place(sha256);
    return Files.exists(place)
        ? Optional.of(new DeploymentPackage(place, sha256))
        : Optional.empty();
  }

  private Path place(String sha256) {
    return folder.resolve(HexFormat.of().formatHex(Base64.getDecoder().decode(sha256)));
  }

  private static void unpack(Path archive, Path task) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      long left = MAXIMUM_UNPACKED;
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        Path target = task.resolve(entry.getName()).normalize();
        if (!target.startsWith(task)) {
          throw unreadable();
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          left -= Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        if (left < 0) {
          throw new AwsException(
              "InvalidParameterValueException",
              400,
              "Unzipped size must be smaller than " + MAXIMUM_UNPACKED + " bytes");
        }
      }
    } catch (ZipException e) {
      throw unreadable();
    }
  }

  private static AwsException unreadable() {
    return new AwsException(
        "InvalidParameterValueException",
        400,
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
  }
}
