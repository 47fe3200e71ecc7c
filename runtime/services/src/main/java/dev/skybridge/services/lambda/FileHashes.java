package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * The SHA-256 hashes of files, remembered as long as a file's size, inode and times of change stay
 * as they are: hashing some megabytes is no small part of a start.
 */
public final class FileHashes {
  private final Path folder;

  /**
   * @param folder where they are remembered; made when the first one is
   */
  public FileHashes(Path folder) {
    this.folder = folder;
  }

  /**
   * The hash of a file, base64: what AWS and Terraform call its code hash.
   *
   * @throws IOException when the file cannot be read
   */
  public String sha256(Path file) throws IOException {
    String state = state(file);
    Path place = folder.resolve(name(file));
    if (Files.exists(place)) {
      String known = Files.readString(place);
      if (known.startsWith(state)) {
        return known.substring(state.length());
      }
    }
    String hash;
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      hash = Base64.getEncoder().encodeToString(in.getMessageDigest().digest());
    }
    remember(place, state + hash);
    return hash;
  }

  private void remember(Path place, String text) throws IOException {
    Files.createDirectories(folder);
    Path growing = Files.createTempFile(folder, "growing", null);
    Files.writeString(growing, text);
    Files.move(growing, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The kernel moves ctime whenever content, size or times are touched, and nobody can set it. */
  private static String state(Path file) throws IOException {
    Map<String, Object> facts = Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime");
    return "%s %s %s %s\n"
        .formatted(
            facts.get("ino"), facts.get("size"), facts.get("lastModifiedTime"), facts.get("ctime"));
  }

  private static String name(Path file) throws IOException {
    byte[] path = file.toRealPath().toString().getBytes(UTF_8);
    return HexFormat.of().formatHex(sha256().digest(path), 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
